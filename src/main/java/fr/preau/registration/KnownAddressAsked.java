package fr.preau.registration;

import fr.preau.event.PublishedEvent;
import fr.preau.event.SessionId;
import java.util.List;

/// Seats of a session were asked for with an address that has what it asks for already, or as many people as one may.
/// `registrations` and `waiting` are all that stands under `mail` and is still to come, not both empty.
public record KnownAddressAsked(
        String mail,
        PublishedEvent event,
        SessionId session,
        List<Registration> registrations,
        List<WaitingEntry> waiting) {}
