package fr.preau.event;

import fr.preau.account.PersonId;
import java.util.UUID;

/// Who writes to which event, by which form, having read it when its lock was `lock`. `name` is how the person is
/// called in the history of decisions.
record Writing(EventId event, int lock, UUID form, PersonId author, String name) {
    /// As the history of decisions calls a moderator.
    String decider() {
        return name.isBlank() ? "un modérateur" : name;
    }
}
