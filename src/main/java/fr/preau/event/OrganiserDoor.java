package fr.preau.event;

import fr.preau.account.Viewer;
import fr.preau.web.Forbidden;
import fr.preau.web.NotFound;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Lets an organisation's own people to its own events, and nobody else.
@Component
class OrganiserDoor {
    private final Authoring authoring;

    OrganiserDoor(Authoring authoring) {
        this.authoring = authoring;
    }

    Standing open(UUID id, Viewer viewer) {
        var standing = authoring.find(new EventId(id)).orElseThrow(new NotFound("Cet événement n'existe pas."));
        Forbidden.unless(
                viewer.actsFor(standing.event().organisation()),
                "Cet événement est celui d'une autre organisation : seuls ses membres y ont accès.");
        return standing;
    }

    /// The same, for someone about to write.
    Writing write(UUID id, Ticket ticket, Viewer viewer) {
        var standing = open(id, viewer);
        return new Writing(standing.event().id(), ticket.lock(), ticket.jeton(), viewer.person(), viewer.name());
    }

    /// What every form on an event carries: its token, and the event's lock when its page was made.
    /// A form that lost its token counts as one of its own.
    record Ticket(UUID jeton, int lock) {
        Ticket {
            jeton = Objects.requireNonNullElseGet(jeton, UUID::randomUUID);
        }

        /// Whether somebody else wrote since the form's page was made; the same form sent twice is not somebody else.
        boolean isStale(Standing standing) {
            var event = standing.event();
            return event.lock() != lock && !jeton.equals(event.lastForm());
        }
    }
}
