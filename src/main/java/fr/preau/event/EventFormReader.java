package fr.preau.event;

import fr.preau.event.EventContent.Slot;
import fr.preau.event.EventContent.Speaker;
import fr.preau.event.EventContent.Venue;
import fr.preau.event.Outcome.Problem;
import fr.preau.territory.Places;
import fr.preau.territory.School;
import fr.preau.territory.Schools;
import fr.preau.territory.Territories;
import fr.preau.web.Typed;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes of what was typed an event's content: half written is fine, not understood is a problem at its field.
@Component
class EventFormReader {
    private static final Map<String, Integer> LONGEST = Map.of(
            "title", 120,
            "description", 5000,
            "venueName", 120,
            "address", 200,
            "postcode", 10,
            "commune", 100,
            "contactName", 100,
            "contactMail", 200,
            "link", 500,
            "instructions", 1500);
    private static final int SPEAKERS = 20;
    private static final int SPEAKER_WORDS = 120;

    private final Schools schools;
    private final Places places;
    private final Territories territories;

    EventFormReader(Schools schools, Places places, Territories territories) {
        this.schools = schools;
        this.places = places;
        this.territories = territories;
    }

    /// `candidates` are the schools that the words typed could name.
    record Read(EventContent content, List<Problem> problems, List<School> candidates) {
        Read and(List<Problem> more) {
            return new Read(
                    content, Stream.concat(more.stream(), problems.stream()).toList(), candidates);
        }
    }

    Read read(EventForm form, EventContent.@Nullable Picture picture) {
        var reading = new Reading(form);
        if (form.text("title").isBlank()) {
            reading.say("title", "Donnez un titre : c'est la seule chose qu'il faut pour garder un brouillon.");
        }
        LONGEST.forEach(reading::check);
        var content = new EventContent(
                Typed.line(form.text("title")),
                form.text("description"),
                form.text("kind"),
                reading.one(Format.class, "format"),
                reading.many(Audience.class, "audience"),
                venue(reading),
                offeredIn(reading),
                reading.many(Accessibility.class, "accessibility"),
                speakers(reading),
                form.text("contactName"),
                form.text("contactMail"),
                form.text("link"),
                picture,
                slots(reading),
                waiting(reading),
                form.text("instructions"));
        return new Read(content, reading.problems, reading.candidates);
    }

    private @Nullable Venue venue(Reading reading) {
        var form = reading.form;
        var format = form.text("format");
        if (format.equals(Format.ONLINE.name()) || format.equals(Format.AT_SCHOOL.name())) {
            return null;
        }
        return form.text("placeKind").equals("address") ? address(reading) : school(reading);
    }

    private @Nullable Venue school(Reading reading) {
        var words = reading.form.text("school").replaceFirst("^,", "");
        if (words.isBlank()) {
            return null;
        }
        return switch (schools.resolve(words)) {
            case Schools.Resolved.Found(var school) -> inSchool(school);
            case Schools.Resolved.Several(var several) -> {
                reading.candidates.addAll(several);
                reading.say("school", "Plusieurs établissements ont ce nom : choisissez le vôtre.");
                yield null;
            }
            case Schools.Resolved.None() -> {
                reading.say("school", "Cet établissement n'est pas trouvé : essayez sa commune ou son numéro UAI.");
                yield null;
            }
        };
    }

    private static Venue inSchool(School school) {
        return new Venue(
                school.uai().value(),
                school.name(),
                school.address(),
                school.postcode(),
                school.commune(),
                school.departement(),
                school.departement(),
                school.point());
    }

    private Venue address(Reading reading) {
        var form = reading.form;
        var stated = form.text("departement");
        if (!stated.isEmpty() && territories.departement(stated).isEmpty()) {
            reading.say("departement", "Choisissez un département de la liste.");
        }
        var commune = form.text("commune");
        var found = commune.isEmpty()
                ? Optional.<Places.Place>empty()
                : places.locate(form.text("address"), form.text("postcode"), commune);
        return new Venue(
                null,
                form.text("venueName"),
                form.text("address"),
                form.text("postcode"),
                commune,
                stated.isEmpty() ? found.map(Places.Place::departement).orElse("") : stated,
                found.map(Places.Place::departement).orElse(null),
                found.map(Places.Place::point).orElse(null));
    }

    private Set<String> offeredIn(Reading reading) {
        var codes = new TreeSet<String>();
        for (var code : reading.form.chosen("offeredIn")) {
            territories
                    .departement(code)
                    .ifPresentOrElse(
                            departement -> codes.add(departement.code()),
                            () -> reading.say("offeredIn", "Choisissez des départements de la liste."));
        }
        return reading.form.text("format").equals(Format.AT_SCHOOL.name()) ? codes : Set.of();
    }

    private static List<Speaker> speakers(Reading reading) {
        var rows = reading.form.speakers();
        if (rows.size() > SPEAKERS) {
            reading.say("speakers", "Nommez %d personnes au plus.".formatted(SPEAKERS));
        }
        var all = new ArrayList<Speaker>();
        for (int i = 0; i < Math.min(rows.size(), SPEAKERS); i++) {
            var row = new Row(reading, "speakers", i, rows.get(i));
            if (!row.isEmpty("name", "role")) {
                var gender = row.text("gender").isEmpty() ? null : row.one(EventContent.Gender.class, "gender");
                all.add(new Speaker(row.words("name", SPEAKER_WORDS), row.words("role", SPEAKER_WORDS), gender));
            }
        }
        return all;
    }

    private static WaitingPolicy waiting(Reading reading) {
        if (!reading.form.text("waitingOrder").equals("FILL")) {
            return WaitingPolicy.STRICT;
        }
        var passes = Typed.number(reading.form.text("waitingPasses")).orElse(0);
        if (passes < 1 || passes > WaitingPolicy.MOST_PASSES) {
            reading.say("waitingPasses", "Écrivez un nombre de 1 à %d.".formatted(WaitingPolicy.MOST_PASSES));
            return new WaitingPolicy(1);
        }
        return new WaitingPolicy(passes);
    }

    private static List<Slot> slots(Reading reading) {
        var rows = reading.form.sessions();
        if (rows.size() > DraftRules.SESSIONS) {
            reading.say("sessions", "Un événement a %d séances au plus.".formatted(DraftRules.SESSIONS));
        }
        var all = new ArrayList<Slot>();
        var ids = new HashSet<UUID>();
        for (int i = 0; i < Math.min(rows.size(), DraftRules.SESSIONS); i++) {
            var row = new Row(reading, "sessions", i, rows.get(i));
            var slot = slot(row);
            all.add(ids.add(slot.id()) ? slot : slot.renamed(UUID.randomUUID()));
        }
        return all;
    }

    private static Slot slot(Row row) {
        return new Slot(
                row.id(),
                row.day(),
                row.hour("start"),
                row.hour("end"),
                row.number("capacity"),
                row.number("classSeats"));
    }

    /// What is being read, and what is found wrong on the way.
    private static final class Reading {
        private final EventForm form;
        private final List<Problem> problems = new ArrayList<>();
        private final List<School> candidates = new ArrayList<>();

        private Reading(EventForm form) {
            this.form = form;
        }

        private void say(String field, String sentence) {
            problems.add(new Problem(field, sentence));
        }

        private void check(String field, int longest) {
            if (form.text(field).length() > longest) {
                say(
                        field,
                        "Écrivez %d caractères au plus (il y en a %d)."
                                .formatted(longest, form.text(field).length()));
            }
        }

        private <E extends Enum<E>> @Nullable E one(Class<E> type, String field) {
            var word = form.text(field);
            var found = Typed.constant(type, word);
            if (found.isEmpty() && !word.isEmpty()) {
                say(field, "Choisissez une des réponses proposées.");
            }
            return found.orElse(null);
        }

        private <E extends Enum<E>> Set<E> many(Class<E> type, String field) {
            var all = EnumSet.noneOf(type);
            for (var word : form.chosen(field)) {
                Typed.constant(type, word)
                        .ifPresentOrElse(all::add, () -> say(field, "Choisissez parmi les réponses proposées."));
            }
            return all;
        }
    }

    /// One row of sessions or speakers.
    private record Row(Reading reading, String name, int number, Map<String, String> typed) {
        private String text(String field) {
            return typed.getOrDefault(field, "");
        }

        private boolean isEmpty(String... fields) {
            return List.of(fields).stream().allMatch(field -> text(field).isEmpty());
        }

        private String words(String field, int longest) {
            if (text(field).length() > longest) {
                say(field, "Écrivez %d caractères au plus.".formatted(longest));
            }
            return text(field);
        }

        private UUID id() {
            return Typed.uuid(text("id")).orElseGet(UUID::randomUUID);
        }

        private java.time.@Nullable LocalDate day() {
            var day = Typed.day(text("day"));
            refuseUnless(day.isPresent(), "day", "Écrivez le jour ainsi : 2026-12-03 ou 03/12/2026.");
            return day.orElse(null);
        }

        private java.time.@Nullable LocalTime hour(String field) {
            var hour = Typed.hour(text(field));
            refuseUnless(hour.isPresent(), field, "Écrivez l'heure ainsi : 14:30.");
            return hour.orElse(null);
        }

        private @Nullable Integer number(String field) {
            var number = Typed.number(text(field));
            refuseUnless(number.isPresent(), field, "Écrivez un nombre entier, en chiffres.");
            return number.orElse(null);
        }

        private <E extends Enum<E>> @Nullable E one(Class<E> type, String field) {
            var found = Typed.constant(type, text(field));
            refuseUnless(found.isPresent(), field, "Choisissez une des réponses proposées.");
            return found.orElse(null);
        }

        private void refuseUnless(boolean understood, String field, String sentence) {
            if (!understood && !text(field).isEmpty()) {
                say(field, sentence);
            }
        }

        private void say(String field, String sentence) {
            reading.problems.add(
                    name.equals("sessions")
                            ? Problem.ofSession(number, field, sentence)
                            : new Problem("%s[%d].%s".formatted(name, number, field), sentence));
        }
    }
}
