package fr.preau.registration;

import fr.preau.account.Accounts;
import fr.preau.account.MailAddress;
import fr.preau.account.Person;
import fr.preau.database.Demonstration;
import fr.preau.event.Events;
import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import java.time.LocalDate;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What follows one registration of the demonstration, so that it can be read at once: a class whose access needs are
/// answered, a message to everyone, and the reminders of its session, a few days before their time.
@Component
@Profile("demonstration")
@Order(60)
class DemonstrationMessages implements Demonstration {
    private final Queue<Registration> needing = new ConcurrentLinkedQueue<>();
    private final NeedsAnswers answers;
    private final OrganiserMessages messages;
    private final Reminders reminders;
    private final Events events;
    private final Accounts accounts;

    DemonstrationMessages(
            NeedsAnswers answers, OrganiserMessages messages, Reminders reminders, Events events, Accounts accounts) {
        this.answers = answers;
        this.messages = messages;
        this.reminders = reminders;
        this.events = events;
        this.accounts = accounts;
    }

    @EventListener
    void on(RegistrationConfirmed news) {
        var group = news.registration().schoolClass();
        if (group != null && !group.needs().isEmpty()) {
            needing.add(news.registration());
        }
    }

    @Override
    public void play(LocalDate monday) {
        var first = needing.poll();
        needing.clear();
        if (first != null) {
            play(first);
        }
    }

    private void play(Registration registration) {
        var event = events.find(registration.event()).orElseThrow();
        var session = event.sessions().stream()
                .filter(one -> one.id().equals(registration.session()))
                .findFirst()
                .orElseThrow();
        var organiser = accounts.find(new MailAddress(event.contactMail())).orElseThrow();
        answers.answer(
                registration.id(),
                event,
                "L'entrée par la cour est de plain-pied et un ascenseur mène à la salle : nous vous y attendrons.",
                organiser.id());
        write(event, session, organiser);
        reminders.remind(event, session, Ahead.WEEK);
        reminders.finish(event, List.of(session), Ahead.WEEK);
    }

    private void write(PublishedEvent event, PublishedSession session, Person organiser) {
        var letter = new OrganiserMessages.Letter(
                UUID.randomUUID(),
                organiser.id(),
                "Le parking est en travaux",
                "Bonjour,\nle parking est fermé cette semaine-là : venez en bus ou à pied, l'arrêt est juste devant.\nÀ bientôt !");
        messages.send(event, List.of(session), letter);
    }
}
