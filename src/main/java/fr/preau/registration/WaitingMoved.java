package fr.preau.registration;

import fr.preau.event.PublishedEvent;

/// The date, place or link of what someone waits for changed: they may not want it any more.
public record WaitingMoved(WaitingEntry entry, PublishedEvent event) {}
