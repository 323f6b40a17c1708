package fr.preau.showcase;

import fr.preau.web.Form;
import fr.preau.web.Typed;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who is recognised in an image or a video: a form must say it in so many words, nobody included.
record PeopleShown(@Nullable String montre, @Nullable List<String> qui) {
    static final String NOBODY = "personne";
    static final String PUPILS = "eleves";

    List<String> ticked() {
        return qui == null ? List.of() : qui;
    }

    String answer() {
        return montre == null ? "" : montre;
    }

    /// The members named; what is to correct is said at the fields.
    List<UUID> read(Form form, List<Member> team) {
        var people = team.stream()
                .map(Member::id)
                .filter(id -> ticked().stream()
                        .anyMatch(one -> Typed.uuid(one).filter(id::equals).isPresent()))
                .toList();
        switch (answer()) {
            case NOBODY -> {
                if (!ticked().isEmpty()) {
                    form.refuse("montre", "Vous avez coché des élèves : dites « des élèves », ou décochez-les.");
                }
            }
            case PUPILS -> {
                if (people.isEmpty()) {
                    form.refuse("qui", "Cochez chaque élève que l'on reconnaît.");
                }
            }
            default -> form.refuse("montre", "Dites si l'on y reconnaît quelqu'un.");
        }
        return people;
    }
}
