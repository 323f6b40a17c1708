package fr.preau.registration;

import fr.preau.event.Formerly;
import fr.preau.event.PublishedEvent;
import org.jspecify.annotations.Nullable;

/// The date, place or link of what someone waits for changed: they may not want it any more.
/// `formerly` is how it stood, null when nothing tells.
public record WaitingMoved(
        WaitingEntry entry,
        PublishedEvent event,
        @Nullable Formerly formerly) {}
