package fr.preau.registration;

import fr.preau.event.EventId;
import fr.preau.event.SessionId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Seats asked for on one session. `token` is the form's: the same request sent twice is done once.
public record SeatRequest(UUID token, EventId event, SessionId session, Registrant registrant) {
    /// One form holds one token, but a browser's Back button shows the same form again for a brother or a sister: the
    /// token and what is asked for, together, are what must not be done twice.
    UUID once() {
        var whole = "%s %s %s".formatted(token, session, registrant);
        return UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8));
    }
}
