package fr.preau.registration;

import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import java.util.List;

/// Sessions of one event, on one day, draw near: what their organiser should know of who comes. Numbers only.
public record OrganiserReminderDue(PublishedEvent event, Ahead ahead, List<Turnout> sessions) {
    /// Who comes to a session: pupils and adults by themselves, classes, and how many classes told access needs that
    /// nobody answered.
    public record Turnout(PublishedSession session, int pupils, int adults, int classes, int unanswered) {}
}
