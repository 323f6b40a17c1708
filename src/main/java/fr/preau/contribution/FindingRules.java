package fr.preau.contribution;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is looked for in a text before it is public, each by its name: said to who writes, then to who moderates.
/// Nothing here refuses anything.
enum FindingRules {
    SOMEONE_NAMED(
            "(?:\\b(?:M\\.|Mr\\.?|MM\\.|Mme|Mmes|Mlle|Monsieur|Madame|Mademoiselle)\\s+\\p{Lu}[\\p{L}'’-]+)"
                    + "|(?:(?<=[\\p{Ll},;:]\\s)\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?\\s+\\p{Lu}{2,}[\\p{Lu}'’-]*\\b)",
            "Une personne semble nommée : « %s ». Une contribution ne nomme personne."),
    MAIL_ADDRESS("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+", "Une adresse de courriel est écrite : « %s »."),
    PHONE_NUMBER(
            "(?<!\\d)(?:\\+33\\s?|0)[1-9](?:[ .-]?\\d{2}){4}(?!\\d)", "Un numéro de téléphone est écrit : « %s »."),
    LINK("(?i)\\b(?:https?://|www\\.)\\S+", "Un lien est écrit : « %s »."),
    SHOUTING("\\p{Lu}{3,}(?:[\\s,!'’-]+\\p{Lu}{2,}){4,}", "Un passage est tout en capitales : « %s ».");

    private final Pattern pattern;
    private final String sentence;

    FindingRules(String pattern, String sentence) {
        this.pattern = Pattern.compile(pattern);
        this.sentence = sentence;
    }

    Optional<String> find(String text) {
        var found = pattern.matcher(text);
        return found.find() ? Optional.of(sentence.formatted(found.group())) : Optional.empty();
    }

    static List<String> in(String text) {
        return Arrays.stream(values()).flatMap(rule -> rule.find(text).stream()).toList();
    }
}
