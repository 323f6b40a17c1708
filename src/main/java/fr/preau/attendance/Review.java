package fr.preau.attendance;

import fr.preau.registration.RegistrationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something a device noted without network that somebody must look at: `people` came at `at`, and `sentence` says
/// why they are not counted. `what` is the ticket's code, or the token of a group; `registration` is whose ticket it
/// was, when it was one of this session.
record Review(UUID id, String what, @Nullable RegistrationId registration, int people, Instant at, String sentence) {
    static Review of(String what, @Nullable RegistrationId registration, int people, Instant at, String sentence) {
        return new Review(UUID.randomUUID(), what, registration, people, at, sentence);
    }

    /// As it is shown: the first name while it is known.
    record Shown(Review review, String name) {
        String who() {
            return name.isEmpty() ? review.what() : name;
        }
    }
}
