package fr.preau.wording;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A text as its words. Case, accents, spaces and punctuation are set aside; every word is kept, « ne » and « pas »
/// first of all, and so is every sign that can stand for one: « + de », « - de », « < », 👍.
record Words(List<Word> list) {
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|[\\p{Sm}\\p{Sc}\\p{So}]|[-–](?=\\s+(?:d[eu]s?\\b|d['’]))");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /// `shown` runs up to the next word, so that the words put end to end give the text again.
    record Word(String shown, String folded) {}

    static Words of(String text) {
        var found = WORD.matcher(text).results().toList();
        var words = new ArrayList<Word>();
        for (int i = 0; i < found.size(); i++) {
            var end = i + 1 < found.size() ? found.get(i + 1).start() : text.length();
            var folded = folded(found.get(i).group());
            if (!folded.isEmpty()) {
                words.add(new Word(text.substring(found.get(i).start(), end), folded));
            }
        }
        return new Words(words);
    }

    /// Equal for two texts when they are the same words in the same order.
    String key() {
        return list.stream().map(Word::folded).collect(Collectors.joining(" "));
    }

    static String folded(String word) {
        var bare =
                MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD)).replaceAll("");
        return bare.toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae");
    }
}
