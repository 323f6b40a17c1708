package fr.preau.showcase;

import java.util.List;

/// A project waits for moderators; those who wrote it are told that it arrived.
public record ProjectSubmitted(ProjectId project, String title, List<String> mails) {}
