package fr.preau.consultation;

import fr.preau.account.MailAddress;
import fr.preau.consultation.Parties.Said;
import fr.preau.web.Fields;
import fr.preau.web.Typed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What someone says to take part: in what quality, their wishes in order (invariant C8) or, once the draw is made, the
/// free workshop they choose.
final class SaidForm {
    private final Fields fields;

    SaidForm(Fields fields) {
        this.fields = fields;
    }

    static Map<String, List<String>> of(Participant person) {
        var values = new LinkedHashMap<String, List<String>>();
        values.put("qualite", List.of(person.category().name()));
        values.put("appel", List.of(person.called()));
        values.put("besoins", List.of(person.needs()));
        values.put(
                "voeux",
                person.wishes().stream().map(wish -> wish.value().toString()).toList());
        return values;
    }

    Optional<MailAddress> mail() {
        var mail = MailAddress.parse(fields.line("courriel", 300));
        if (mail.isEmpty()) {
            fields.form().refuse("courriel", "Écrivez une adresse de courriel, par exemple prenom.nom@exemple.fr.");
        }
        return mail;
    }

    /// Null when something is to correct, said in the fields.
    @Nullable
    Said read(Session session, List<Workshop> workshops) {
        var category = fields.required("qualite", Category.class, "Dites en quelle qualité vous participez.");
        var called = fields.line("appel", 40);
        var needs = fields.text("besoins", 500);
        var late = session.state() == Session.State.SEATED;
        var wishes = late ? List.<WorkshopId>of() : wishes(workshops, ranks(session, workshops));
        var seat = late ? seat(workshops) : null;
        if (fields.hasErrors()) {
            return null;
        }
        return new Said(category.orElseThrow(), called, wishes, seat, needs);
    }

    /// How many workshops are ranked: what the session asks, and never more than there are.
    static int ranks(Session session, List<Workshop> workshops) {
        var held = (int)
                workshops.stream().filter(workshop -> !workshop.cancelled()).count();
        return Math.min(session.joining().wishes(), held);
    }

    @Nullable
    WorkshopId seat(List<Workshop> workshops) {
        var chosen = workshop(fields.line("atelier", 40), workshops);
        if (chosen == null) {
            fields.form().refuse("atelier", "Choisissez un des ateliers qui ont encore une place.");
        }
        return chosen;
    }

    private List<WorkshopId> wishes(List<Workshop> workshops, int ranks) {
        var typed = fields.many("voeux");
        var wishes = new ArrayList<WorkshopId>();
        for (var rank = 0; rank < ranks; rank++) {
            var words = rank < typed.size() ? typed.get(rank) : "";
            var wish = workshop(words, workshops);
            if (wish == null) {
                fields.form()
                        .refuse(
                                "voeux",
                                words.isEmpty()
                                        ? "Il manque votre vœu numéro %d : classez %d ateliers."
                                                .formatted(rank + 1, ranks)
                                        : "Votre vœu numéro %d n'est pas un atelier de cette session."
                                                .formatted(rank + 1));
                return List.of();
            }
            wishes.add(wish);
        }
        if (typed.size() > ranks && typed.stream().skip(ranks).anyMatch(words -> !words.isEmpty())) {
            fields.form().refuse("voeux", "Classez %d ateliers, pas davantage.".formatted(ranks));
        }
        if (new HashSet<>(wishes).size() < wishes.size()) {
            fields.form()
                    .refuse(
                            "voeux",
                            "Un même atelier est choisi deux fois : classez %d ateliers différents.".formatted(ranks));
        }
        return wishes;
    }

    private static @Nullable WorkshopId workshop(String words, List<Workshop> workshops) {
        return Typed.uuid(words)
                .map(WorkshopId::new)
                .filter(id ->
                        workshops.stream().anyMatch(workshop -> workshop.id().equals(id) && !workshop.cancelled()))
                .orElse(null);
    }
}
