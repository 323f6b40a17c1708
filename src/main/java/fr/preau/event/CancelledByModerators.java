package fr.preau.event;

import java.util.List;

/// Moderators cancelled a published event: its organiser learns why, and for which territory it was decided. `mails` are
/// the organiser's, or the event's contact when the organisation has nobody left.
public record CancelledByModerators(
        EventId event, String title, String reason, String sentence, String authority, List<String> mails) {}
