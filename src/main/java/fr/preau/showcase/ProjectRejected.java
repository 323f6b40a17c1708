package fr.preau.showcase;

import java.util.List;

/// Moderators do not publish a project.
public record ProjectRejected(ProjectId project, String title, String reason, String sentence, List<String> mails) {}
