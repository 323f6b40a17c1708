package fr.preau.consultation;

import fr.preau.allocation.Rule;
import fr.preau.consultation.Session.Drawing;
import fr.preau.consultation.Session.Joining;
import fr.preau.consultation.Session.Where;
import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import fr.preau.web.Fields;
import fr.preau.web.French;
import fr.preau.web.Typed;
import java.time.Duration;
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

    /// How long after the end of the wishes the value may be known: time enough to publish their hash.
    private static final Duration TO_PUBLISH = Duration.ofMinutes(5);

    private static final String FALLBACK = "Le premier tirage suivant du même jeu, écrit de la même façon.";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private final Fields fields;
    private final Territories territories;

    SessionForm(Fields fields, Territories territories) {
        this.fields = fields;
        this.territories = territories;
    }

    /// What a coordinator finds filled in: the half-day of the letter [EGN C4].
    static Map<String, List<String>> blank(LocalDate today, LocalDate end) {
        var values = new LinkedHashMap<String, List<String>>();
        var day = SchoolDays.near(today.plusDays(30), end);
        values.put("jour", List.of(day.toString()));
        values.put("ferme", List.of(day.minusDays(8) + "T20:00"));
        values.put("connue", List.of(day.minusDays(7) + "T12:00"));
        values.put("secours", List.of(FALLBACK));
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
        values.put("secours", List.of(session.drawing().fallback()));
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
    Session read(UUID id, Consultation consultation, @Nullable Session before, int lock) {
        var territory = territory(before);
        var zone = territory == null ? ZoneId.of("Europe/Paris") : zone(territory);
        var title = fields.requiredLine("titre", 3, 120, "Donnez un titre à la session.");
        var where = new Where(
                fields.requiredLine("hote", 2, 120, "Dites qui accueille."),
                fields.requiredLine("lieu", 3, 300, "Écrivez l'adresse du lieu."),
                fields.link("visio", 500),
                fields.text("consignes", 2000));
        var day = fields.day("jour");
        var closes =
                moment("ferme", zone, before == null ? null : before.joining().closesAt());
        var draws =
                moment("connue", zone, before == null ? null : before.drawing().at());
        var source = fields.line("source", 300);
        var fallback = fields.line("secours", 300);
        var wishes = fields.number("voeux", 1, 20);
        var steps = steps();
        check(day, closes, draws, zone, before);
        warn(day, consultation, before);
        if (fields.hasErrors()) {
            return null;
        }
        var joining = before == null ? new Joining(true, null, null, wishes, Instant.MIN) : before.joining();
        var rule = before == null ? (Rule) null : before.drawing().rule();
        return new Session(
                new SessionId(id),
                consultation.id(),
                Objects.requireNonNull(territory),
                title,
                where,
                Objects.requireNonNull(day),
                zone,
                new Joining(
                        !"OUVERT".equals(fields.line("acces", 10)),
                        joining.key(),
                        joining.code(),
                        wishes,
                        Objects.requireNonNull(closes)),
                new Drawing(rule, source, Objects.requireNonNull(draws), fallback, null, null),
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

    /// What was announced to the second stays so, though the form shows minutes only.
    private @Nullable Instant moment(String field, ZoneId zone, @Nullable Instant before) {
        var typed = fields.moment(field, zone);
        return typed != null && before != null && local(typed, zone).equals(local(before, zone)) ? before : typed;
    }

    private void check(
            @Nullable LocalDate day,
            @Nullable Instant closes,
            @Nullable Instant draws,
            ZoneId zone,
            @Nullable Session before) {
        if (day == null || closes == null || draws == null) {
            return;
        }
        var opened = before != null && before.state() != Session.State.DRAFT;
        if (!opened && draws.isBefore(closes.plus(TO_PUBLISH))) {
            fields.form()
                    .refuse(
                            "connue",
                            "La valeur du tirage n'est connue qu'après la fin des vœux, cinq minutes au moins : sinon on pourrait choisir en la connaissant.");
        }
        if (!draws.isBefore(day.atStartOfDay(zone).toInstant())) {
            fields.form().refuse("connue", "Le tirage a lieu avant le jour de la session.");
        }
    }

    /// A day outside the time when contributions are collected is most often a slip: said once, and taken when it is
    /// meant.
    private void warn(@Nullable LocalDate day, Consultation consultation, @Nullable Session before) {
        var calendar = consultation.calendar();
        var outside = day != null && (day.isBefore(calendar.startsOn()) || day.isAfter(calendar.collectsTo()));
        var kept = fields.checked("hors") || (before != null && before.day().equals(day));
        if (outside && !kept) {
            fields.form()
                    .refuse(
                            "jour",
                            "Ce jour est en dehors du recueil (%s). Changez-le, ou cochez qu'il convient."
                                    .formatted(French.days(calendar.startsOn(), calendar.collectsTo())));
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
