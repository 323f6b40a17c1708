package fr.preau.synthesis;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// Licences that have an identifier (SPDX), recognised in the words a pilot wrote: programs read the one, people the
/// other.
enum Licence {
    ETALAB("etalab-2.0", "licence ouverte|etalab"),
    ODBL("ODbL-1.0", "odbl|open database"),
    CC_BY_SA("CC-BY-SA-4.0", "cc[ -]by[ -]sa"),
    CC_BY("CC-BY-4.0", "cc[ -]by(?![ -](?:nc|nd|sa))"),
    CC0("CC0-1.0", "cc[ -]?0|cc[ -]zero");

    private final String identifier;
    private final Pattern words;

    Licence(String identifier, String words) {
        this.identifier = identifier;
        this.words = Pattern.compile(words);
    }

    /// `words` in small letters.
    static Optional<Licence> of(String words) {
        return Arrays.stream(values())
                .filter(one -> one.words.matcher(words).find())
                .findFirst();
    }

    String identifier() {
        return identifier;
    }

    String address() {
        return "https://spdx.org/licenses/%s.html".formatted(identifier);
    }
}
