package fr.preau.attendance;

import fr.preau.event.EventId;
import fr.preau.event.SessionId;

/// A session's list is closed: `present` people came, walk-ins included. `presumed` says that nobody counted and that
/// those registered are taken to have come. Questionnaires start from here.
public record AttendanceClosed(EventId event, SessionId session, boolean presumed, int present) {}
