package fr.preau.allocation;

/// The order of ids: that of their Unicode characters, which is also that of their UTF-8 bytes and of `LC_ALL=C sort`.
final class Ids {
    private Ids() {}

    static int compare(String one, String other) {
        var length = Math.min(one.length(), other.length());
        for (var at = 0; at < length; at++) {
            if (one.charAt(at) != other.charAt(at)) {
                return Integer.compare(weight(one.charAt(at)), weight(other.charAt(at)));
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    /// Halves of characters beyond the first 65,536 come after all whole ones.
    private static int weight(char unit) {
        return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
    }
}
