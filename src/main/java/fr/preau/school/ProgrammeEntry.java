package fr.preau.school;

import fr.preau.event.Format;
import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import fr.preau.event.SeatsNow;
import fr.preau.registration.ClassBookings.Booking;
import fr.preau.web.French;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An event of a school's programme, and why it is there: classes go, the school hosts it, or its staff advise it.
/// `sessions` are those the page speaks of, in order, at least one; registrations close at
/// `closing`.
record ProgrammeEntry(
        PublishedEvent event,
        String kind,
        List<PublishedSession> sessions,
        List<Booking> classes,
        boolean hosted,
        @Nullable Recommendation recommendation,
        Instant closing) {
    private static final int SESSIONS = 3;

    String href() {
        return "/evenements/" + event.id().value();
    }

    String title() {
        return event.title();
    }

    /// What others read of the recommendation; empty without one, or without words.
    String advice() {
        return recommendation == null || recommendation.shown() == null ? "" : recommendation.shown();
    }

    boolean cancelled() {
        return event.cancelled() || sessions.stream().allMatch(PublishedSession::cancelled);
    }

    /// How many seats a family can still take, in its sessions to come; none where only classes are welcome. Not said
    /// of a session that people wait for: its seats go to them.
    int seatsForFamilies(Instant now) {
        var seats = new SeatsNow.Moment(now, now.isBefore(closing) ? Set.of() : Set.of(event.edition()));
        return event.format() == Format.AT_SCHOOL
                ? 0
                : sessions.stream()
                        .mapToInt(session -> seats.left(event, session))
                        .sum();
    }

    boolean welcomesFamilies(Instant now) {
        return seatsForFamilies(now) > 0;
    }

    ZonedDateTime start() {
        return sessions.getFirst().start();
    }

    boolean isOver(Instant now) {
        return sessions.stream().allMatch(session -> session.end().toInstant().isBefore(now));
    }

    /// « Jeudi 10 décembre 2026, de 9 h à 10 h 30 », the first three.
    List<String> dates() {
        var dates = sessions.stream()
                .limit(SESSIONS)
                .map(session -> French.sentence(event.span(session)))
                .collect(Collectors.toList());
        if (sessions.size() > SESSIONS) {
            dates.add("et " + French.count(sessions.size() - SESSIONS, "autre séance", "autres séances"));
        }
        return dates;
    }

    /// « jeu. 10 déc., 9 h », where room is short.
    String shortDate() {
        return "%s, %s%s"
                .formatted(
                        French.shortDay(start().toLocalDate()),
                        French.hour(start().toLocalTime()),
                        event.clock(start().getZone()));
    }

    String place() {
        if (event.format() == Format.AT_SCHOOL) {
            return classes.isEmpty() ? "L'organisateur vient dans les établissements" : "Dans l'établissement";
        }
        return French.sentence(event.place().isBlank() ? event.format().french() : event.place());
    }

    /// « 2de 4, 1re 2 »: for the school itself.
    String classNames() {
        return classes.stream().map(Booking::className).distinct().sorted().collect(Collectors.joining(", "));
    }

    /// « 2de, 1re »: all that others are told of the classes that go.
    String levels() {
        return classes.stream()
                .map(Booking::level)
                .distinct()
                .sorted()
                .map(level -> level.french())
                .collect(Collectors.joining(", "));
    }
}
