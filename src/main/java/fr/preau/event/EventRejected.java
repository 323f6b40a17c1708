package fr.preau.event;

import java.util.List;

/// Moderators refuse this version; what was published before, if anything, stays. `mails`
/// are the organiser's.
public record EventRejected(EventId event, String title, String reason, String sentence, List<String> mails) {}
