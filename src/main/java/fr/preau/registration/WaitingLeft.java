package fr.preau.registration;

import fr.preau.event.PublishedEvent;

/// Someone left a waiting list, or refused what was offered to `entry`, which is as it was before: whoever reads that
/// mailbox hears of it, a link may have gone astray.
public record WaitingLeft(WaitingEntry entry, PublishedEvent event) {}
