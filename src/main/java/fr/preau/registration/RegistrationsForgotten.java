package fr.preau.registration;

import fr.preau.event.SessionId;
import java.util.List;

/// These registrations name no one any more: whatever was kept about them elsewhere goes too. Published in the
/// transaction that forgets them. `mail` is the address each had.
public record RegistrationsForgotten(List<Forgotten> registrations) {
    public RegistrationsForgotten {
        registrations = List.copyOf(registrations);
    }

    public record Forgotten(RegistrationId id, SessionId session, String mail) {}
}
