package fr.preau.consultation;

import fr.preau.allocation.Rule;
import fr.preau.consultation.Session.Drawing;
import fr.preau.consultation.Session.Joining;
import fr.preau.consultation.Session.Where;
import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import fr.preau.web.Fields;
import fr.preau.web.Typed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A session as its coordinator writes it. Hours are those of the session's territory.
final class SessionForm {
    static final int STEPS = 5;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private final Fields fields;
    private final Territories territories;

    SessionForm(Fields fields, Territories territories) {
        this.fields = fields;
        this.territories = territories;
    }

    /// What a coordinator finds filled in: the half-day of the letter [EGN C4].
    static Map<String, List<String>> blank(LocalDate today) {
        var values = new LinkedHashMap<String, List<String>>();
        var day = today.plusDays(30);
        values.put("jour", List.of(day.toString()));
        values.put("ferme", List.of(day.minusDays(8) + "T20:00"));
        values.put("connue", List.of(day.minusDays(7) + "T12:00"));
        values.put("acces", List.of("CLE"));
        values.put("voeux", List.of("5"));
        values.put("places", List.of("30"));
        putSteps(values, HALF_DAY);
        return values;
    }

    static final List<Step> HALF_DAY = List.of(
            new Step(Step.Kind.PLENARY, "Ouverture", LocalTime.of(13, 30), LocalTime.of(14, 15), ""),
            new Step(Step.Kind.WORKSHOPS, "Ateliers par thème", LocalTime.of(14, 30), LocalTime.of(16, 0), ""),
            new Step(
                    Step.Kind.RESTITUTION,
                    "Restitution de tous les ateliers",
                    LocalTime.of(16, 15),
                    LocalTime.of(17, 15),
                    ""));

    static Map<String, List<String>> of(Session session) {
        var values = new LinkedHashMap<String, List<String>>();
        values.put("titre", List.of(session.title()));
        values.put("territoire", List.of(session.territory().key()));
        values.put("hote", List.of(session.where().host()));
        values.put("lieu", List.of(session.where().place()));
        values.put("visio", List.of(session.where().video()));
        values.put("consignes", List.of(session.where().instructions()));
        values.put("jour", List.of(session.day().toString()));
        values.put("ferme", List.of(local(session.joining().closesAt(), session.zone())));
        values.put("connue", List.of(local(session.drawing().at(), session.zone())));
        values.put("source", List.of(session.drawing().source()));
        values.put("acces", List.of(session.joining().byKey() ? "CLE" : "OUVERT"));
        values.put("voeux", List.of(String.valueOf(session.joining().wishes())));
        putSteps(values, session.steps());
        return values;
    }

    private static void putSteps(Map<String, List<String>> values, List<Step> steps) {
        for (var place = 0; place < steps.size(); place++) {
            var step = steps.get(place);
            values.put("genre-" + place, List.of(step.kind().name()));
            values.put("intitule-" + place, List.of(step.title()));
            values.put("debut-" + place, List.of(step.starts().toString()));
            values.put("fin-" + place, List.of(step.ends().toString()));
            values.put("salle-" + place, List.of(step.room()));
        }
    }

    /// Null when something is to correct, said in the fields. `before` is null for a new session.
    @Nullable
    Session read(UUID id, ConsultationId consultation, @Nullable Session before, int lock) {
        var territory = territory(before);
        var zone = territory == null ? ZoneId.of("Europe/Paris") : zone(territory);
        var title = fields.requiredLine("titre", 3, 120);
        var where = new Where(
                fields.requiredLine("hote", 2, 120),
                fields.requiredLine("lieu", 3, 300),
                fields.link("visio", 500),
                fields.text("consignes", 2000));
        var day = fields.day("jour");
        var closes = fields.moment("ferme", zone);
        var draws = fields.moment("connue", zone);
        var source = fields.line("source", 300);
        var wishes = fields.number("voeux", 1, 20);
        var steps = steps();
        check(day, closes, draws, zone);
        if (fields.hasErrors()) {
            return null;
        }
        var key = before == null ? null : before.joining().key();
        var rule = before == null ? (Rule) null : before.drawing().rule();
        return new Session(
                new SessionId(id),
                consultation,
                Objects.requireNonNull(territory),
                title,
                where,
                Objects.requireNonNull(day),
                zone,
                new Joining(!"OUVERT".equals(fields.line("acces", 10)), key, wishes, Objects.requireNonNull(closes)),
                new Drawing(rule, source, Objects.requireNonNull(draws), null),
                steps,
                before == null ? Session.State.DRAFT : before.state(),
                lock);
    }

    /// The territory is chosen once.
    private @Nullable Territory territory(@Nullable Session before) {
        if (before != null) {
            return before.territory();
        }
        var found = territories
                .find(fields.line("territoire", 40))
                .filter(territory -> territory.level() == Territory.Level.DEPARTEMENT
                        || territory.level() == Territory.Level.ACADEMIE);
        if (found.isEmpty()) {
            fields.form().refuse("territoire", "Choisissez le département ou l'académie de la session.");
        }
        return found.orElse(null);
    }

    private ZoneId zone(Territory territory) {
        return territories.departementsOf(territory).getFirst().zone();
    }

    private void check(@Nullable LocalDate day, @Nullable Instant closes, @Nullable Instant draws, ZoneId zone) {
        if (day == null || closes == null || draws == null) {
            return;
        }
        if (draws.isBefore(closes)) {
            fields.form()
                    .refuse(
                            "connue",
                            "La valeur du tirage n'est connue qu'après la fin des vœux : sinon on pourrait choisir en la connaissant.");
        }
        if (!draws.isBefore(day.atStartOfDay(zone).toInstant())) {
            fields.form().refuse("connue", "Le tirage a lieu avant le jour de la session.");
        }
    }

    private List<Step> steps() {
        var steps = new ArrayList<Step>();
        for (var place = 0; place < STEPS; place++) {
            var title = fields.line("intitule-" + place, 120);
            if (!title.isEmpty()) {
                add(steps, place, title);
            }
        }
        if (steps.stream().noneMatch(step -> step.kind() == Step.Kind.WORKSHOPS) && !fields.hasErrors()) {
            fields.form().refuse("intitule-0", "Il faut au moins un temps d'ateliers.");
        }
        return steps;
    }

    private void add(List<Step> steps, int place, String title) {
        var kind = fields.required("genre-" + place, Step.Kind.class, "Choisissez plénière, ateliers ou restitution.");
        var starts = Typed.hour(fields.line("debut-" + place, 10));
        var ends = Typed.hour(fields.line("fin-" + place, 10));
        if (starts.isEmpty()) {
            fields.form().refuse("debut-" + place, "Écrivez une heure, par exemple 14:30.");
        }
        if (ends.isEmpty() || (starts.isPresent() && !starts.get().isBefore(ends.get()))) {
            fields.form().refuse("fin-" + place, "Écrivez une heure après le début, par exemple 16:00.");
        }
        var room = fields.line("salle-" + place, 120);
        if (kind.isPresent() && starts.isPresent() && ends.isPresent()) {
            steps.add(new Step(kind.get(), title, starts.get(), ends.get(), room));
        }
    }

    static String local(Instant moment, ZoneId zone) {
        return MOMENT.format(moment.atZone(zone));
    }
}
