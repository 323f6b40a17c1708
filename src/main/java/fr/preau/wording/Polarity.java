package fr.preau.wording;

import java.util.HashSet;
import java.util.Set;

/// Words that turn a sentence round, from the hand-kept list `oppositions.txt`: whole words, and beginnings of words
/// marked by a star.
record Polarity(Set<String> negations, Set<String> whole, Set<String> beginnings) {
    static final Polarity FRENCH = read("oppositions.txt");

    boolean isNegation(String folded) {
        return negations.contains(folded);
    }

    boolean isOpposite(String folded) {
        if (whole.contains(folded)) {
            return true;
        }
        for (int end = 2; end <= folded.length(); end++) {
            if (beginnings.contains(folded.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    private static Polarity read(String name) {
        var polarity = new Polarity(new HashSet<>(), new HashSet<>(), new HashSet<>());
        WordList.lines(name).forEach(polarity::add);
        return polarity;
    }

    /// « négation : ne, pas » for negations; « interdi* / autoris*, permet* » for pairs: each side is kept alone, since
    /// either appearing or leaving is enough to doubt.
    private void add(String line) {
        var negation = line.startsWith("négation :");
        var words = negation ? line.substring("négation :".length()) : line;
        for (var part : words.split("[,/]", -1)) {
            var word = Words.folded(part.strip());
            if (negation) {
                negations.add(word);
            } else if (word.endsWith("*")) {
                beginnings.add(word.substring(0, word.length() - 1));
            } else {
                whole.add(word);
            }
        }
    }
}
