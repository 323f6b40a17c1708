package fr.preau.event;

import java.util.List;

/// Moderators ask the organiser for changes before this version can be published. `mails`
/// are the organiser's.
public record ChangesRequested(EventId event, String title, String reason, String sentence, List<String> mails) {}
