package fr.preau.registration;

import fr.preau.event.Events;
import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import fr.preau.territory.School;
import fr.preau.territory.Schools;
import fr.preau.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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

    /// The page of a link's registration, kept by no cache and no search engine: the link is a secret.
    HeldPage open(Optional<Held> held, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        return held.flatMap(this::of)
                .orElseThrow(
                        new NotFound(
                                "Ce lien n'ouvre aucune inscription. Vérifiez que l'adresse est entière, ou demandez un nouveau lien à la page « Retrouver mes inscriptions »."));
    }

    private Optional<HeldPage> of(Held held) {
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
