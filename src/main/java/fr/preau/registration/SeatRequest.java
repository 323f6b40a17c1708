package fr.preau.registration;

import fr.preau.event.EventId;
import fr.preau.event.SessionId;
import java.util.UUID;

/// Seats asked for on one session. `token` is the form's: the same request sent twice is done once.
public record SeatRequest(UUID token, EventId event, SessionId session, Registrant registrant) {}
