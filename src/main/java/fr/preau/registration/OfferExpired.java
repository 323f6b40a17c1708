package fr.preau.registration;

import fr.preau.event.PublishedEvent;

/// An offer was not answered in time: its seats went to the next, the entry is off the list.
public record OfferExpired(WaitingEntry entry, PublishedEvent event) {}
