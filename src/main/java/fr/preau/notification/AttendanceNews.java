package fr.preau.notification;

import fr.preau.attendance.RegistrationAttended;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Thanks those who were seen, in the transaction that says they came.
@Component
class AttendanceNews {
    private final Outbox outbox;
    private final RegistrationLetters letters;

    AttendanceNews(Outbox outbox, RegistrationLetters letters) {
        this.outbox = outbox;
        this.letters = letters;
    }

    @EventListener
    void on(RegistrationAttended news) {
        var registration = news.registration();
        outbox.add(Mail.of(Kind.THANKS, registration.mail(), letters.thanks(registration, news.event()))
                .about(registration.id().value()));
    }
}
