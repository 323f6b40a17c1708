package fr.preau.event;

import org.jspecify.annotations.Nullable;

/// A published event will not take place: all its sessions are cancelled. `by` is null in news older than the question.
public record EventCancelled(
        EventId event,
        String title,
        String reason,
        @Nullable By by) {
    public enum By {
        ORGANISER,
        MODERATORS
    }

    public boolean isByModerators() {
        return by == By.MODERATORS;
    }
}
