package fr.preau.registration;

import fr.preau.event.EventId;
import java.util.List;
import java.util.UUID;

/// Somebody cancels these registrations and places on waiting lists, which came from one place, in this order. `by`
/// says who, in French; `reason` is what those concerned will read.
public record CrowdCancelled(EventId event, List<UUID> registrations, String by, String reason) {
    public CrowdCancelled {
        registrations = List.copyOf(registrations);
    }
}
