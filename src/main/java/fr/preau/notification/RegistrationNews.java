package fr.preau.notification;

import fr.preau.account.Organisation;
import fr.preau.account.Organisations;
import fr.preau.event.CalendarFile;
import fr.preau.event.Events;
import fr.preau.event.PublishedEvent;
import fr.preau.registration.LinksAsked;
import fr.preau.registration.OrganiserWrote;
import fr.preau.registration.Registration;
import fr.preau.registration.RegistrationAddressAsked;
import fr.preau.registration.RegistrationAddressChanged;
import fr.preau.registration.RegistrationCancelled;
import fr.preau.registration.RegistrationChanged;
import fr.preau.registration.RegistrationConfirmed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Writes to those registered, in the transaction of what happened to their seats, with a calendar file that follows:
/// one UID a session, a SEQUENCE that grows. Files are published (METHOD:PUBLISH), not invitations to answer: an answer
/// would show the address of a minor to the organiser.
@Component
class RegistrationNews {
    private final Outbox outbox;
    private final SequenceRepository sequences;
    private final RegistrationLetters letters;
    private final CalendarFile calendar;
    private final Events events;
    private final Organisations organisations;

    RegistrationNews(
            Outbox outbox,
            SequenceRepository sequences,
            RegistrationLetters letters,
            CalendarFile calendar,
            Events events,
            Organisations organisations) {
        this.outbox = outbox;
        this.sequences = sequences;
        this.letters = letters;
        this.calendar = calendar;
        this.events = events;
        this.organisations = organisations;
    }

    @EventListener
    void on(RegistrationConfirmed news) {
        var letter = letters.confirmation(news.registration(), news.event());
        outbox.add(mail(Kind.REGISTRATION_CONFIRMED, news.registration(), letter)
                .with(file(news.registration(), news.event(), CalendarFile.Method.PUBLISH)));
    }

    @EventListener
    void on(RegistrationChanged news) {
        var letter = letters.change(news.registration(), news.event());
        outbox.add(mail(Kind.REGISTRATION_CHANGED, news.registration(), letter)
                .with(file(news.registration(), news.event(), CalendarFile.Method.PUBLISH)));
    }

    @EventListener
    void on(RegistrationCancelled news) {
        var letter = switch (news.by()) {
            case REGISTRANT -> letters.cancellation(news.registration(), news.event());
            case ORGANISER -> letters.callingOff(news.registration(), news.event(), news.reason());
        };
        outbox.add(mail(Kind.REGISTRATION_CANCELLED, news.registration(), letter)
                .with(file(news.registration(), news.event(), CalendarFile.Method.CANCEL)));
    }

    @EventListener
    void on(OrganiserWrote news) {
        var organisation = organisations
                .find(news.event().organisation())
                .map(Organisation::name)
                .orElse("L'organisateur");
        var letter = letters.message(news, organisation);
        outbox.add(mail(Kind.ORGANISER_MESSAGE, news.registration(), letter)
                .answeredTo(news.event().contactMail())
                .leftAt(letters.management(news.registration())));
    }

    @EventListener
    void on(RegistrationAddressAsked news) {
        var letter = letters.newAddress(news);
        outbox.add(Mail.of(Kind.REGISTRATION_ADDRESS, news.mail(), letter)
                .about(news.registration().id().value()));
    }

    /// The new address gets the new link and its own calendar file; the old one, that it is over.
    @EventListener
    void on(RegistrationAddressChanged news) {
        var letter = letters.change(news.registration(), news.event());
        outbox.add(mail(Kind.REGISTRATION_CHANGED, news.registration(), letter)
                .with(file(news.registration(), news.event(), CalendarFile.Method.PUBLISH)));
        outbox.add(Mail.of(Kind.REGISTRATION_ADDRESS, news.before(), letters.formerAddress(news.event()))
                .about(news.registration().id().value()));
        sequences.forget(news.registration().session().value(), news.before());
    }

    @EventListener
    void on(LinksAsked news) {
        var letter = letters.links(news.registrations(), id -> events.find(id).orElseThrow());
        outbox.add(Mail.of(Kind.REGISTRATION_LINKS, news.mail(), letter));
    }

    private static Mail mail(Kind kind, Registration registration, Letter letter) {
        return Mail.of(kind, registration.mail(), letter)
                .about(registration.id().value());
    }

    private Mail.Invitation file(Registration registration, PublishedEvent event, CalendarFile.Method method) {
        var session = registration.session().value();
        var sequence = outbox.nextSequence(session, registration.mail(), event.revision());
        var file = calendar.of(event, RegistrationLetters.session(registration, event), method, sequence);
        return new Mail.Invitation(file, method, session, sequence);
    }
}
