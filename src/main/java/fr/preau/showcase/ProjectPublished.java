package fr.preau.showcase;

import java.util.List;

/// The gallery shows a project, or a new version of it.
public record ProjectPublished(ProjectId project, String title, boolean first, List<String> mails) {}
