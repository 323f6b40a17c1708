package fr.preau.registration;

import fr.preau.event.PublishedEvent;

/// Seats are held for someone who waits, until the entry's deadline. Published in the transaction that freed them.
public record SeatsOffered(WaitingEntry entry, PublishedEvent event) {}
