package fr.preau.attendance;

import fr.preau.event.Audience;
import fr.preau.event.EventId;
import fr.preau.event.SessionId;
import fr.preau.registration.RegistrationId;
import fr.preau.territory.Uai;

/// A class met an event: its session's attendance was closed. `pupils` were there (0: none came); `presumed` says that
/// nobody counted and that those booked are taken to have come. Published in the transaction that closes the session.
public record ClassAttended(
        RegistrationId registration,
        EventId event,
        SessionId session,
        Uai school,
        String className,
        Audience level,
        int pupils,
        boolean presumed) {}
