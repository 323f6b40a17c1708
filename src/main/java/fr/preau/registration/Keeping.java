package fr.preau.registration;

import fr.preau.event.PublishedSession;
import java.time.LocalDate;

/// How long a registration names someone: thirty days after its session, on the session's own clocks. Time to thank, to
/// ask what it was worth, to answer a question.
final class Keeping {
    static final int DAYS = 30;

    private Keeping() {}

    /// The last day it names someone.
    static LocalDate until(PublishedSession session) {
        return until(session.end().toLocalDate());
    }

    static LocalDate until(LocalDate sessionDay) {
        return sessionDay.plusDays(DAYS);
    }
}
