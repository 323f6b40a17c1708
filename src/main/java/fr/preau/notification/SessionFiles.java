package fr.preau.notification;

import fr.preau.consultation.PartyTold;
import fr.preau.event.CalendarFile;
import fr.preau.event.PublishedEvent;
import fr.preau.registration.CalendarEntries;
import fr.preau.registration.Registration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The calendar file that goes with a letter about a registration or a consultation: one entry a registration
/// ([CalendarEntries]) or a consultation, a SEQUENCE that grows with each file the same reader gets.
@Component
class SessionFiles {
    private final Outbox outbox;
    private final CalendarFile calendar;
    private final CalendarEntries entries;

    SessionFiles(Outbox outbox, CalendarFile calendar, CalendarEntries entries) {
        this.entries = entries;
        this.outbox = outbox;
        this.calendar = calendar;
    }

    Mail.Invitation of(Registration registration, PublishedEvent event, CalendarFile.Method method) {
        var entry = entries.of(registration);
        var sequence = outbox.nextSequence(entry.thing(), registration.mail(), event.revision());
        var file = calendar.of(
                event,
                RegistrationLetters.session(registration, event),
                new CalendarFile.Reader(entry.name(), method, sequence));
        return new Mail.Invitation(file, method, registration.session().value(), sequence);
    }

    /// Takes the date away; none when somebody else of this address has the same entry and still comes.
    Mail.@Nullable Invitation cancelling(Registration registration, PublishedEvent event) {
        return entries.isStillUsed(registration) ? null : of(registration, event, CalendarFile.Method.CANCEL);
    }

    /// The whole half-day, with the workshops kept once they are: the same entry, told anew by each letter.
    Mail.Invitation of(PartyTold news, String description, String page) {
        var session = news.session();
        var method = news.what() == PartyTold.What.CANCELLED || news.people().isEmpty()
                ? CalendarFile.Method.CANCEL
                : CalendarFile.Method.REQUEST;
        var id = session.id().value();
        var sequence = outbox.nextSequence(id, news.mail(), 0);
        var date = new CalendarFile.Appointment(
                "consultation-" + id,
                session.starts(),
                session.ends(),
                session.title(),
                session.where().host() + ", " + session.where().place(),
                description,
                page);
        return new Mail.Invitation(calendar.of(date, method, sequence), method, id, sequence);
    }
}
