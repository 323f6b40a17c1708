package fr.preau.registration;

import fr.preau.event.Events;
import fr.preau.event.Format;
import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import fr.preau.territory.School;
import fr.preau.territory.Schools;
import fr.preau.web.NotFound;
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
    private final NeedsAnswerRepository answers;
    private final ReminderRepository reminders;
    private final Presence presence;
    private final Clock clock;

    HeldPages(
            Events events,
            Schools schools,
            NeedsAnswerRepository answers,
            ReminderRepository reminders,
            Presence presence,
            Clock clock) {
        this.presence = presence;
        this.events = events;
        this.schools = schools;
        this.answers = answers;
        this.reminders = reminders;
        this.clock = clock;
    }

    /// `needsAnswer` is the organiser's, empty when there is none; `reminded` whether reminders are wanted; `seen`
    /// since when they are
    /// there, null when nobody saw them.
    record HeldPage(
            Held held,
            PublishedEvent event,
            PublishedSession session,
            @Nullable School school,
            Instant now,
            String needsAnswer,
            boolean reminded,
            @Nullable Instant seen) {
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
            return stands() && seen == null && session.start().toInstant().isAfter(now);
        }

        boolean mayChange() {
            return mayCancel()
                    && registration().kind() != Registration.Kind.PUPIL
                    && !event.cancelled()
                    && !session.cancelled();
        }

        /// The numbers as they are. The girls' is not among them: it is never shown by itself.
        Map<String, String> known() {
            return numbers(registration());
        }
    }

    static Map<String, String> numbers(Registration registration) {
        var group = registration.schoolClass();
        return group == null
                ? Map.of("nombre", String.valueOf(registration.seats()))
                : Map.of(
                        "eleves", String.valueOf(group.pupils()),
                        "accompagnateurs", String.valueOf(group.adults()),
                        "besoins", group.needs());
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
                        .map(session -> new HeldPage(
                                held,
                                event,
                                session,
                                school,
                                clock.instant(),
                                answers.find(registration.id()).orElse(""),
                                !reminders.isRefused(registration.id()),
                                presence.seen(registration.id()).orElse(null))));
    }

    static NotFound unknown() {
        return new NotFound(
                "Ce lien n'ouvre aucune inscription. Vérifiez que l'adresse est entière, ou demandez un nouveau lien à la page « Retrouver mes inscriptions ».");
    }
}
