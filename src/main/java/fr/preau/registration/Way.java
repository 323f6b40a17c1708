package fr.preau.registration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The three ways in, as addresses and pages name them.
enum Way {
    PUPIL("eleve", "Un élève", Registration.Kind.PUPIL),
    ADULT("adulte", "Un parent ou un adulte", Registration.Kind.ADULT),
    CLASS("classe", "Une classe", Registration.Kind.CLASS);

    private final String word;
    private final String label;
    private final Registration.Kind kind;

    Way(String word, String label, Registration.Kind kind) {
        this.word = word;
        this.label = label;
        this.kind = kind;
    }

    static Optional<Way> of(String word) {
        return Arrays.stream(values()).filter(way -> way.word.equals(word)).findFirst();
    }

    String word() {
        return word;
    }

    String label() {
        return label;
    }

    Registration.Kind kind() {
        return kind;
    }

    /// The lines for children, by the beginning of their fields' names.
    List<String> children(int lines) {
        return ChildrenForm.LINES.stream().limit(lines).map("enfants."::concat).toList();
    }

    /// The fields of its form, with so many lines for children.
    List<String> fields(int children) {
        var lines = children(children).stream().flatMap(line -> Stream.of(line + ".prenom", line + ".niveau"));
        return Stream.concat(fields().stream(), lines).toList();
    }

    private List<String> fields() {
        return switch (this) {
            case PUPIL -> List.of("prenom", "niveau", "etablissement", "courriel");
            case ADULT -> List.of("prenom", "courriel", "nombre");
            case CLASS ->
                List.of(
                        "etablissement",
                        "classe",
                        "niveau",
                        "effectif.eleves",
                        "effectif.filles",
                        "effectif.accompagnateurs",
                        "effectif.besoins");
        };
    }
}
