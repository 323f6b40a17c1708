package fr.preau.notification;

import fr.preau.account.Organisation;
import fr.preau.account.Organisations;
import fr.preau.event.CalendarFile;
import fr.preau.event.EventId;
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
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Writes to those registered, in the transaction of what happened to their seats, with a calendar file that follows
/// ([SessionFiles]). Files are published (METHOD:PUBLISH), not invitations to answer: an answer
/// would show the address of a minor to the organiser.
@Component
class RegistrationNews {
    private final Outbox outbox;
    private final SequenceRepository sequences;
    private final RegistrationLetters letters;
    private final WaitingLetters waiting;
    private final SessionFiles files;
    private final Events events;
    private final Organisations organisations;

    RegistrationNews(
            Outbox outbox,
            SequenceRepository sequences,
            RegistrationLetters letters,
            WaitingLetters waiting,
            SessionFiles files,
            Events events,
            Organisations organisations) {
        this.outbox = outbox;
        this.sequences = sequences;
        this.letters = letters;
        this.waiting = waiting;
        this.files = files;
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
        outbox.add(mail(Kind.REGISTRATION_CHANGED, news.registration(), letters.change(news))
                .with(file(news.registration(), news.event(), CalendarFile.Method.PUBLISH)));
    }

    @EventListener
    void on(RegistrationCancelled news) {
        var letter = switch (news.by()) {
            case REGISTRANT -> letters.cancellation(news.registration(), news.event());
            case ORGANISER -> letters.callingOff(news.registration(), news.event(), news.reason());
            case MODERATION -> letters.moderation(news.registration(), news.event(), news.reason());
        };
        outbox.add(mail(Kind.REGISTRATION_CANCELLED, news.registration(), letter)
                .with(files.cancelling(news.registration(), news.event())));
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
        var letter = letters.arrivesHere(news.registration(), news.event());
        outbox.add(mail(Kind.REGISTRATION_CHANGED, news.registration(), letter)
                .with(file(news.registration(), news.event(), CalendarFile.Method.PUBLISH)));
        outbox.add(Mail.of(Kind.REGISTRATION_ADDRESS, news.before(), letters.formerAddress(news.event()))
                .about(news.registration().id().value()));
        sequences.forget(news.registration().session().value(), news.before());
        sequences.forget(news.registration().id().value(), news.before());
    }

    @EventListener
    void on(LinksAsked news) {
        var facts = Stream.concat(
                        news.registrations().stream().map(one -> letters.link(one, event(one.event()))),
                        news.waiting().stream().map(one -> waiting.link(one, event(one.event()))))
                .toList();
        outbox.add(Mail.of(Kind.REGISTRATION_LINKS, news.mail(), letters.links(facts)));
    }

    private PublishedEvent event(EventId id) {
        return events.find(id).orElseThrow();
    }

    private static Mail mail(Kind kind, Registration registration, Letter letter) {
        return Mail.of(kind, registration.mail(), letter)
                .about(registration.id().value());
    }

    private Mail.Invitation file(Registration registration, PublishedEvent event, CalendarFile.Method method) {
        return files.of(registration, event, method);
    }
}
