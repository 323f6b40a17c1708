package fr.preau.notification;

import fr.preau.account.Organisations;
import fr.preau.event.CalendarFile;
import fr.preau.registration.NeedsAnswered;
import fr.preau.registration.OrganiserReminderDue;
import fr.preau.registration.Registration;
import fr.preau.registration.ReminderDue;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Writes the reminders of a day that draws near, in the transaction that notes them, and the answers to access
/// needs. A reminder that could not leave before it is useless never does.
@Component
class ReminderNews {
    private final Outbox outbox;
    private final ReminderLetters letters;
    private final OrganiserLetters organiserLetters;
    private final RegistrationLetters registrationLetters;
    private final SessionFiles files;
    private final Organisations organisations;

    ReminderNews(
            Outbox outbox,
            ReminderLetters letters,
            OrganiserLetters organiserLetters,
            RegistrationLetters registrationLetters,
            SessionFiles files,
            Organisations organisations) {
        this.outbox = outbox;
        this.letters = letters;
        this.organiserLetters = organiserLetters;
        this.registrationLetters = registrationLetters;
        this.files = files;
        this.organisations = organisations;
    }

    @EventListener
    void on(ReminderDue news) {
        var registration = news.registration();
        var start = RegistrationLetters.session(registration, news.event()).start();
        outbox.add(mail(Kind.REMINDER, registration, letters.reminder(news))
                .with(files.of(registration, news.event(), CalendarFile.Method.PUBLISH))
                .leftAt(registrationLetters.management(registration))
                .usefulUntil(news.ahead().useless(start)));
    }

    @EventListener
    void on(NeedsAnswered news) {
        outbox.add(mail(Kind.NEEDS_ANSWERED, news.registration(), letters.answer(news))
                .answeredTo(news.event().contactMail()));
    }

    /// To everyone who publishes for the organisation and to the contact the page names, each once.
    @EventListener
    void on(OrganiserReminderDue news) {
        var event = news.event();
        var letter = organiserLetters.reminder(news);
        var readers = new TreeMap<String, String>();
        Stream.concat(organisations.mailsOf(event.organisation()).stream(), Stream.of(event.contactMail()))
                .forEach(mail -> readers.putIfAbsent(mail.toLowerCase(Locale.ROOT), mail));
        var last = news.sessions().getLast().session();
        readers.values()
                .forEach(mail -> outbox.add(Mail.of(Kind.ORGANISER_REMINDER, mail, letter)
                        .about(event.id().value())
                        .usefulUntil(last.end().toInstant())));
    }

    private static Mail mail(Kind kind, Registration registration, Letter letter) {
        return Mail.of(kind, registration.mail(), letter)
                .about(registration.id().value());
    }
}
