package fr.preau.showcase;

import java.util.List;

/// A team will show its project at an event: its organiser is told, and may decline.
public record ProjectAttached(ProjectId project, String title, String event, String school, List<String> mails) {}
