package fr.preau.registration;

import fr.preau.event.Events;
import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import fr.preau.territory.School;
import fr.preau.territory.Schools;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Classes' bookings with what they are for.
@Component
class BookingPages {
    private final Events events;
    private final Schools schools;
    private final Clock clock;

    BookingPages(Events events, Schools schools, Clock clock) {
        this.events = events;
        this.schools = schools;
        this.clock = clock;
    }

    record Booking(
            Registration registration,
            PublishedEvent event,
            PublishedSession session,
            @Nullable School school) {
        Registration.SchoolClass group() {
            return Objects.requireNonNull(registration.schoolClass());
        }
    }

    /// Coming ones the soonest first, past ones the latest first.
    record Bookings(List<Booking> coming, List<Booking> past) {
        boolean isEmpty() {
            return coming.isEmpty() && past.isEmpty();
        }
    }

    Bookings of(List<Registration> registrations) {
        var found = events.find(distinct(registrations, Registration::event));
        var places = schools.find(distinct(registrations, Registration::school));
        var soonest =
                Comparator.comparing((Booking booking) -> booking.session().start());
        var all = registrations.stream()
                .flatMap(one -> booking(one, found.get(one.event()), places))
                .sorted(soonest)
                .collect(Collectors.partitioningBy(
                        booking -> booking.session().end().toInstant().isAfter(clock.instant())));
        return new Bookings(
                all.getOrDefault(true, List.of()),
                all.getOrDefault(false, List.of()).reversed());
    }

    private static Stream<Booking> booking(
            Registration registration, @Nullable PublishedEvent event, Map<fr.preau.territory.Uai, School> schools) {
        return event == null
                ? Stream.empty()
                : event.sessions().stream()
                        .filter(session -> session.id().equals(registration.session()))
                        .map(session -> new Booking(
                                registration,
                                event,
                                session,
                                registration.school() == null ? null : schools.get(registration.school())));
    }

    private static <T> Collection<T> distinct(
            List<Registration> registrations, Function<Registration, @Nullable T> part) {
        return registrations.stream().map(part).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
