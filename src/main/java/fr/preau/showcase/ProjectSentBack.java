package fr.preau.showcase;

import java.util.List;

/// Moderators ask for a change, or took a published project out of the gallery until it is made (`suspended`).
public record ProjectSentBack(
        ProjectId project, String title, boolean suspended, String reason, String sentence, List<String> mails) {}
