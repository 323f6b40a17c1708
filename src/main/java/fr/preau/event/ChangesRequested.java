package fr.preau.event;

import java.util.List;

/// Moderators ask the organiser for changes. `published`: a version is visible meanwhile, and stays so. `mails` are the
/// organiser's.
public record ChangesRequested(
        EventId event, String title, String reason, String sentence, List<String> mails, boolean published) {}
