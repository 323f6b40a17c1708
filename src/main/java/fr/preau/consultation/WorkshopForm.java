package fr.preau.consultation;

import fr.preau.web.Fields;
import fr.preau.web.LinkKey;
import fr.preau.web.Typed;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A workshop as its coordinator writes it.
final class WorkshopForm {
    private final Fields fields;

    WorkshopForm(Fields fields) {
        this.fields = fields;
    }

    static Map<String, List<String>> of(Workshop workshop) {
        var values = new LinkedHashMap<String, List<String>>();
        values.put("theme", List.of(workshop.theme()));
        values.put("titre", List.of(workshop.title()));
        values.put("propos", List.of(workshop.about()));
        values.put("places", List.of(String.valueOf(workshop.seats())));
        values.put("salle", List.of(workshop.place().room()));
        values.put("visio", List.of(workshop.place().video()));
        values.put("animation", List.of(workshop.people().facilitator()));
        values.put("rapport", List.of(workshop.people().rapporteur()));
        workshop.kept().forEach((category, seats) -> values.put("garde-" + category, List.of(String.valueOf(seats))));
        return values;
    }

    /// Null when something is to correct, said in the fields. `before` is null for a new workshop.
    @Nullable
    Workshop read(UUID id, Session session, Consultation consultation, @Nullable Workshop before) {
        var theme = fields.line("theme", 60);
        if (consultation.themes().stream().noneMatch(one -> one.code().equals(theme))) {
            fields.form().refuse("theme", "Choisissez un des thèmes de la consultation.");
        }
        var title = fields.requiredLine("titre", 3, 120, "Donnez un titre à l'atelier.");
        var about = fields.text("propos", 1000);
        var seats = fields.number("places", 0, 2000);
        var place = new Workshop.Place(fields.line("salle", 120), fields.link("visio", 500));
        var people = new Workshop.People(fields.line("animation", 120), fields.line("rapport", 120));
        var kept = kept(seats);
        if (fields.hasErrors()) {
            return null;
        }
        var key = before == null ? LinkKey.fresh() : before.reportKey();
        return new Workshop(
                new WorkshopId(id),
                session.id(),
                theme,
                title,
                about,
                seats,
                kept,
                place,
                people,
                key,
                Workshop.State.HELD,
                Typed.number(fields.line("lock", 10)).orElse(-1));
    }

    private Map<Category, Integer> kept(int seats) {
        var kept = new EnumMap<Category, Integer>(Category.class);
        for (var category : Category.values()) {
            var field = "garde-" + category;
            if (!fields.line(field, 10).isEmpty()) {
                var count = fields.number(field, 0, 2000);
                if (count > 0) {
                    kept.put(category, count);
                }
            }
        }
        if (kept.values().stream().mapToInt(Integer::intValue).sum() > seats) {
            fields.form()
                    .refuse(
                            "places",
                            "Les places gardées sont plus nombreuses que les places de l'atelier (%d)."
                                    .formatted(seats));
        }
        return kept;
    }
}
