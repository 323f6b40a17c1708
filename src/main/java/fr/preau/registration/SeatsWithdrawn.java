package fr.preau.registration;

import fr.preau.event.PublishedEvent;

/// One of many registrations, or places on the waiting list (`waited`), that came from one address or one network and
/// were cancelled together. `by` says who did it, in French; `reason` is what they write to those concerned.
public record SeatsWithdrawn(
        Registration registration, PublishedEvent event, boolean waited, String by, String reason) {}
