package fr.preau.attendance;

import fr.preau.event.Events;
import fr.preau.registration.Held;
import fr.preau.registration.RegistrationCancelled;
import fr.preau.registration.RegistrationId;
import fr.preau.registration.Registrations;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads what was scanned or typed at a door, and says what is wrong with it.
@Component
class TicketReader {
    private static final String MISTYPED =
            "Ce code n'existe pas : une lettre est mal lue ou mal tapée. Vérifiez, ou cherchez le prénom dans la liste.";
    private static final String UNKNOWN =
            "Ce code n'ouvre aucune place de cette séance. Vérifiez-le, ou cherchez le prénom dans la liste.";
    private static final String FORGED =
            "Ce billet est faux : il n'a pas été fait ici. Cherchez le prénom dans la liste.";
    private static final String OTHER_EVENT = "Ce billet est celui d'un autre événement.";

    private final TicketSigner signer;
    private final TicketRepository tickets;
    private final Registrations registrations;
    private final Events events;

    TicketReader(TicketSigner signer, TicketRepository tickets, Registrations registrations, Events events) {
        this.signer = signer;
        this.tickets = tickets;
        this.registrations = registrations;
        this.events = events;
    }

    TicketReading read(Desk desk, String typed) {
        return at(desk).read(typed);
    }

    /// The tickets of one door, worked out once for many readings.
    Tickets at(Desk desk) {
        return new Tickets(desk);
    }

    final class Tickets {
        private final Desk desk;
        private @Nullable Map<HumanCode, Held> codes;

        private Tickets(Desk desk) {
            this.desk = desk;
        }

        TicketReading read(String typed) {
            var text = typed.strip();
            if (TicketSigner.looksLikeTicket(text)) {
                return signer.read(text).map(id -> of(desk, id)).orElseGet(() -> new TicketReading.Bad(FORGED));
            }
            return HumanCode.parse(text, Ticket.SIGNS).map(this::find).orElseGet(() -> new TicketReading.Bad(MISTYPED));
        }

        private TicketReading find(HumanCode code) {
            var held = codes().get(code);
            return held == null ? elsewhere(desk, tickets.find(code)) : judge(desk, held);
        }

        private Map<HumanCode, Held> codes() {
            var known = codes;
            if (known == null) {
                known = registrations.of(desk.event().id(), desk.session().id()).stream()
                        .collect(Collectors.toMap(
                                held -> signer.ticket(held.registration().id()).code(),
                                Function.identity(),
                                (one, other) -> one.stands() ? one : other));
                codes = known;
            }
            return known;
        }
    }

    /// One that was ticked on the list.
    TicketReading of(Desk desk, RegistrationId id) {
        return registrations.held(id).map(held -> judge(desk, held)).orElseGet(() -> new TicketReading.Bad(UNKNOWN));
    }

    private TicketReading elsewhere(Desk desk, List<RegistrationId> known) {
        return known.stream()
                .flatMap(id -> registrations.held(id).stream())
                .findFirst()
                .map(held -> judge(desk, held))
                .orElseGet(() -> new TicketReading.Bad(UNKNOWN));
    }

    private TicketReading judge(Desk desk, Held held) {
        var registration = held.registration();
        if (!registration.event().equals(desk.event().id())) {
            return new TicketReading.Bad(OTHER_EVENT);
        }
        if (!registration.session().equals(desk.session().id())) {
            return new TicketReading.Bad(otherSession(registration.session()));
        }
        return held.stands() ? new TicketReading.Good(held) : new TicketReading.Cancelled(held, cancelled(held));
    }

    private String otherSession(fr.preau.event.SessionId session) {
        return events.findBySession(session).stream()
                .flatMap(event -> event.sessions().stream()
                        .filter(one -> one.id().equals(session))
                        .map(event::span))
                .findFirst()
                .map("Ce billet est celui d'une autre séance : %s."::formatted)
                .orElse("Ce billet est celui d'une autre séance de cet événement.");
    }

    private static String cancelled(Held held) {
        return "Ce billet est annulé : %s. Si la personne est là, comptez-la comme venue sans inscription."
                .formatted(
                        held.cancelledBy() == RegistrationCancelled.By.ORGANISER
                                ? "l'organisateur a annulé l'inscription"
                                : "l'inscription a été annulée et la place rendue");
    }
}
