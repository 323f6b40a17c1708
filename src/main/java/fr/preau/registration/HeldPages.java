package fr.preau.registration;

import fr.preau.event.Events;
import fr.preau.event.Format;
import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import fr.preau.territory.School;
import fr.preau.territory.Schools;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the page behind a registration's link shows.
@Component
class HeldPages {
    private final Events events;
    private final Schools schools;
    private final Clock clock;

    HeldPages(Events events, Schools schools, Clock clock) {
        this.events = events;
        this.schools = schools;
        this.clock = clock;
    }

    record HeldPage(
            Held held,
            PublishedEvent event,
            PublishedSession session,
            @Nullable School school,
            Instant now) {
        Registration registration() {
            return held.registration();
        }

        boolean stands() {
            return held.stands();
        }

        boolean isOver() {
            return session.end().toInstant().isBefore(now);
        }

        /// There is a door to show it at.
        boolean hasTicket() {
            return event.format() == Format.ON_SITE || event.format() == Format.HYBRID;
        }

        boolean mayCancel() {
            return stands() && session.start().toInstant().isAfter(now);
        }

        boolean mayChange() {
            return mayCancel()
                    && registration().kind() != Registration.Kind.PUPIL
                    && !event.cancelled()
                    && !session.cancelled();
        }

        /// The numbers as they are. The girls' is not among them: it is never shown by itself.
        Map<String, String> known() {
            var group = registration().schoolClass();
            return group == null
                    ? Map.of("nombre", String.valueOf(registration().seats()))
                    : Map.of(
                            "eleves", String.valueOf(group.pupils()),
                            "accompagnateurs", String.valueOf(group.adults()),
                            "besoins", group.needs());
        }
    }

    Optional<HeldPage> of(Held held) {
        var registration = held.registration();
        var school = registration.school() == null
                ? null
                : schools.find(registration.school()).orElse(null);
        return events.find(registration.event())
                .flatMap(event -> event.sessions().stream()
                        .filter(session -> session.id().equals(registration.session()))
                        .findFirst()
                        .map(session -> new HeldPage(held, event, session, school, clock.instant())));
    }
}
