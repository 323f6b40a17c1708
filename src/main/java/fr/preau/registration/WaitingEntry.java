package fr.preau.registration;

import fr.preau.event.EventId;
import fr.preau.event.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Someone, or a class, that waits for seats of a session.
///
/// `wanted` is the registration it becomes, with its id and its key, when an offer is accepted. `place` is the order of
/// arrival; `passed` how many smaller entries went before it while it did not fit. An open offer holds its seats until
/// `until`.
public record WaitingEntry(
        Registration wanted,
        int place,
        int passed,
        State state,
        @Nullable Instant until) {
    public enum State {
        WAITING("en attente"),
        /// Seats are held for it.
        OFFERED("une place est proposée"),
        /// It is a registration now.
        ACCEPTED("devenue une inscription"),
        LEFT("liste quittée"),
        /// Its offer was not answered in time.
        EXPIRED("proposition restée sans réponse"),
        /// The list stopped before its turn came.
        ENDED("liste terminée avant le tour");

        private final String french;

        State(String french) {
            this.french = french;
        }

        String french() {
            return french;
        }
    }

    public RegistrationId id() {
        return wanted.id();
    }

    public EventId event() {
        return wanted.event();
    }

    public SessionId session() {
        return wanted.session();
    }

    public boolean isClass() {
        return wanted.kind() == Registration.Kind.CLASS;
    }

    public boolean waits() {
        return state == State.WAITING;
    }

    /// Whether it may still be accepted at `now`: the task that ends late offers may not have come by yet.
    public boolean isOfferedAt(Instant now) {
        return state == State.OFFERED && until != null && until.isAfter(now);
    }

    /// The page that shows its place, without an account.
    public String path() {
        return "/attente/" + wanted.key();
    }

    WaitingEntry offered(Instant deadline) {
        return new WaitingEntry(wanted, place, passed, State.OFFERED, deadline);
    }
}
