package fr.preau.notification;

import fr.preau.event.CalendarFile;
import fr.preau.event.PublishedEvent;
import fr.preau.registration.Registration;
import org.springframework.stereotype.Component;

/// The calendar file that goes with a letter about a registration: one UID a session, a SEQUENCE that grows with each
/// file the same reader gets.
@Component
class SessionFiles {
    private final Outbox outbox;
    private final CalendarFile calendar;

    SessionFiles(Outbox outbox, CalendarFile calendar) {
        this.outbox = outbox;
        this.calendar = calendar;
    }

    Mail.Invitation of(Registration registration, PublishedEvent event, CalendarFile.Method method) {
        var session = registration.session().value();
        var sequence = outbox.nextSequence(session, registration.mail(), event.revision());
        var file = calendar.of(event, RegistrationLetters.session(registration, event), method, sequence);
        return new Mail.Invitation(file, method, session, sequence);
    }
}
