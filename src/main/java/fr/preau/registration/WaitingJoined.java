package fr.preau.registration;

import fr.preau.event.PublishedEvent;

/// Someone joined a waiting list and has no offer yet; `ahead` entries are before it.
public record WaitingJoined(WaitingEntry entry, PublishedEvent event, int ahead) {}
