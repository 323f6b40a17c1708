package fr.preau.wording;

/// Whether a word is another one mistyped, or in the plural.
final class Slip {
    /// Below, one letter makes another word: pas, par, bas.
    private static final int SHORTEST = 4;

    private static final int LONG = 9;

    private Slip() {}

    /// One letter apart, two for long words; never by a beginning put on, which in French is how a word is turned round
    /// (possible, impossible; activer, désactiver), and so never at the first letter.
    static boolean between(String one, String other) {
        var shortest = Math.min(one.length(), other.length());
        if (shortest < SHORTEST || one.endsWith(other) || other.endsWith(one) || one.charAt(0) != other.charAt(0)) {
            return false;
        }
        return distance(one, other) <= (shortest < LONG ? 1 : 2);
    }

    /// Letters to add, take away, change, or swap with the next one.
    private static int distance(String one, String other) {
        var rows = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : step(rows, one, other, i, j);
            }
        }
        return rows[one.length()][other.length()];
    }

    private static int step(int[][] rows, String one, String other, int i, int j) {
        var same = one.charAt(i - 1) == other.charAt(j - 1);
        var least = Math.min(rows[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
        var swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
    }
}
