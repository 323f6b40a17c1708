package fr.preau.event;

import fr.preau.territory.GeoPoint;
import fr.preau.territory.Territories;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an organiser says of an event, in one version. A draft may be missing anything but its title; [DraftRules]
/// tells what is missing before it is submitted. Kept as JSON in `event.version.content`. No price: events are free
/// by construction [SNSI A2]. `instructions` is what those who come must know: what to bring, which entrance, whom to
/// ask for [EGN C4].
record EventContent(
        String title,
        String description,
        String kind,
        @Nullable Format format,
        Set<Audience> audience,
        @Nullable Venue venue,
        Set<String> offeredIn,
        Set<Accessibility> accessibility,
        List<Speaker> speakers,
        String contactName,
        String contactMail,
        String link,
        @Nullable Picture picture,
        List<Slot> sessions,
        WaitingPolicy waiting,
        String instructions) {
    /// The clocks of an event that happens nowhere: online.
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /// Where people go: a school of the directory (`school` is its UAI, the rest as the directory said that day) or
    /// an address. `departement` is the one the organiser states; `located` the one its commune lies in, if known.
    record Venue(
            @Nullable String school,
            String name,
            String address,
            String postcode,
            String commune,
            String departement,
            @Nullable String located,
            @Nullable GeoPoint point) {
        /// « Lycée Gabriel Fauré, 1 rue de la Paix, 09000 Foix ».
        String line() {
            return Stream.of(name, address, (postcode + " " + commune).strip())
                    .filter(part -> !part.isBlank())
                    .collect(Collectors.joining(", "));
        }
    }

    /// Someone the public will meet. `gender` is what they said themselves, or nothing: only ever counted with
    /// others' [SNSI A8], never shown, never in a feed.
    record Speaker(String name, String role, @Nullable Gender gender) {}

    enum Gender {
        WOMAN("une femme"),
        MAN("un homme"),
        OTHER("autre");

        private final String french;

        Gender(String french) {
            this.french = french;
        }

        String french() {
            return french;
        }
    }

    /// An image already stored, and the words for those who do not see it.
    record Picture(UUID id, String alternative) {}

    /// A session as planned: hours on the event's own clocks. An end hour before the start is the next day's.
    /// The id is the one people register to. `capacity` and `classSeats` count visits when the event comes to
    /// schools; who says nothing of classes opens every seat to them.
    record Slot(
            UUID id,
            @Nullable LocalDate day,
            @Nullable LocalTime start,
            @Nullable LocalTime end,
            @Nullable Integer capacity,
            @Nullable Integer classSeats) {
        boolean isDated() {
            return day != null && start != null && end != null;
        }

        ZonedDateTime startIn(ZoneId zone) {
            return starts().atZone(zone);
        }

        ZonedDateTime endIn(ZoneId zone) {
            return ends().atZone(zone);
        }

        LocalDateTime starts() {
            return LocalDateTime.of(Objects.requireNonNull(day), Objects.requireNonNull(start));
        }

        LocalDateTime ends() {
            var last = Objects.requireNonNull(day).plusDays(isOvernight() ? 1 : 0);
            return LocalDateTime.of(last, Objects.requireNonNull(end));
        }

        boolean isOvernight() {
            return start != null && end != null && end.isBefore(start);
        }

        /// What classes may take; none while the seats are not said.
        @Nullable
        Integer seatsForClasses() {
            return classSeats == null ? capacity : classSeats;
        }

        Slot renamed(UUID other) {
            return new Slot(other, day, start, end, capacity, classSeats);
        }

        /// Same hours of the same day: what people noted in their diary.
        boolean isWhen(Slot other) {
            return Objects.equals(day, other.day)
                    && Objects.equals(start, other.start)
                    && Objects.equals(end, other.end);
        }
    }

    EventContent {
        audience = sorted(audience);
        offeredIn = sorted(offeredIn);
        accessibility = sorted(accessibility);
        speakers = List.copyOf(speakers);
        sessions = List.copyOf(sessions);
        // Versions written before there were waiting lists say nothing of it.
        waiting = Objects.requireNonNullElse(waiting, WaitingPolicy.STRICT);
        // Versions written before this field was asked do not have it.
        instructions = Objects.requireNonNullElse(instructions, "");
    }

    EventContent withSessions(List<Slot> others) {
        return new EventContent(
                title,
                description,
                kind,
                format,
                audience,
                venue,
                offeredIn,
                accessibility,
                speakers,
                contactName,
                contactMail,
                link,
                picture,
                others,
                waiting,
                instructions);
    }

    EventContent withPicture(@Nullable Picture other) {
        return new EventContent(
                title,
                description,
                kind,
                format,
                audience,
                venue,
                offeredIn,
                accessibility,
                speakers,
                contactName,
                contactMail,
                link,
                other,
                sessions,
                waiting,
                instructions);
    }

    /// The départements it concerns: where it happens, or where it is offered. None online.
    Set<String> departements() {
        if (format == Format.AT_SCHOOL) {
            return offeredIn;
        }
        return format == Format.ONLINE || venue == null || venue.departement.isEmpty()
                ? Set.of()
                : Set.of(venue.departement);
    }

    /// The clocks its hours are typed and read on.
    ZoneId zone(Territories territories) {
        return departements().stream()
                .flatMap(code -> territories.departement(code).stream())
                .map(departement -> departement.zone())
                .findFirst()
                .orElse(PARIS);
    }

    /// One line a person can go by.
    String place() {
        return switch (format) {
            case ONLINE, AT_SCHOOL -> format.french();
            case ON_SITE, HYBRID -> venue == null ? "" : venue.line();
            case null -> venue == null ? "" : venue.line();
        };
    }

    /// In the order of their dates, those without one last.
    List<Slot> sessionsInOrder() {
        return sessions.stream()
                .sorted(Comparator.comparing((Slot slot) -> Objects.requireNonNullElse(slot.day(), LocalDate.MAX))
                        .thenComparing(slot -> Objects.requireNonNullElse(slot.start(), LocalTime.MAX)))
                .toList();
    }

    private static <T extends Comparable<T>> Set<T> sorted(Set<T> all) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(all));
    }
}
