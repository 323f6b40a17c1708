package fr.preau.registration;

import fr.preau.account.Accounts;
import fr.preau.account.MailAddress;
import fr.preau.account.Viewers;
import fr.preau.database.Demonstration;
import fr.preau.event.EventId;
import fr.preau.event.EventPublished;
import fr.preau.event.Events;
import fr.preau.event.Format;
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

/// A few people and classes on the seats of what the demonstration has just published, and one session that is full,
/// with its waiting list and an offer to answer.
@Component
@Profile("demonstration")
@Order(50)
class DemonstrationRegistrations implements Demonstration {
    private static final List<String> NAMES = List.of("Léa", "Malik", "Jade", "Hugo", "Inès", "Noé", "Awa", "Tom");

    private static final int FAMILY = 6;

    /// The session that is full, in the order they are played.
    private static final int FULL = 2;

    private final Queue<EventId> published = new ConcurrentLinkedQueue<>();
    private final Registrations registrations;
    private final WaitingList waiting;
    private final AttendeeRepository attendees;
    private final Events events;
    private final Accounts accounts;
    private final Viewers viewers;

    DemonstrationRegistrations(
            Registrations registrations,
            WaitingList waiting,
            AttendeeRepository attendees,
            Events events,
            Accounts accounts,
            Viewers viewers) {
        this.registrations = registrations;
        this.waiting = waiting;
        this.attendees = attendees;
        this.events = events;
        this.accounts = accounts;
        this.viewers = viewers;
    }

    @EventListener
    void on(EventPublished event) {
        published.add(event.event());
    }

    @Override
    public void play(LocalDate monday) {
        var number = 0;
        for (var id = published.poll(); id != null; id = published.poll()) {
            var event = events.find(id).orElseThrow();
            for (var session : event.sessions()) {
                play(event, session, number);
                number++;
            }
        }
    }

    private void play(PublishedEvent event, PublishedSession session, int number) {
        // The third and fourth are those that are brought forward to yesterday and today.
        if (number % 4 == 1 || number == 3 || number == 4) {
            ask(event, session, aClass(event, number));
        }
        if (event.format() == Format.AT_SCHOOL) {
            return;
        }
        var people = number == FULL ? session.left() / FAMILY + 1 : number % 5;
        for (var i = 0; i < people; i++) {
            var name = NAMES.get((number + i) % NAMES.size());
            var mail = "famille%d.%d@demonstration.example".formatted(number, i);
            var pupil = number != 2 && i % 2 == 1;
            ask(
                    event,
                    session,
                    pupil ? aPupil(event, name, mail) : adults(name, mail, number == FULL ? FAMILY : 1 + i % 3));
        }
        if (number == FULL) {
            queue(event, session);
        }
    }

    /// Families, a class and a pupil wait; then a family that was seated gives up, and the first of them has an offer.
    private void queue(PublishedEvent event, PublishedSession session) {
        for (var waits : List.of(
                new Registrant.Adult("Nadia", "famille-nadia@demonstration.example", 4),
                new Registrant.Adult("Paul", "famille-paul@demonstration.example", 5),
                aClass(event, FULL),
                new Registrant.Pupil(
                        "Sami",
                        "famille-sami@demonstration.example",
                        Levels.welcomed(event).getFirst(),
                        null))) {
            waiting.join(new SeatRequest(UUID.randomUUID(), event.id(), session.id(), waits));
        }
        attendees.of(event, session.id(), 0, 1).stream()
                .flatMap(one -> registrations.find(one.id()).stream())
                .forEach(family -> registrations.cancel(family, Cancellation.BY_REGISTRANT));
    }

    private static Registrant adults(String name, String mail, int people) {
        return new Registrant.Adult(name, mail, people);
    }

    private static Registrant aPupil(PublishedEvent event, String name, String mail) {
        return new Registrant.Pupil(
                name, mail, Levels.welcomed(event).iterator().next(), null);
    }

    private Registrant aClass(PublishedEvent event, int number) {
        var person = accounts.find(
                        new MailAddress((number % 8 == 1 ? "enseignant" : "enseignante") + "@demonstration.example"))
                .orElseThrow();
        var school = viewers.of(person.id()).schools().iterator().next();
        var level = Levels.welcomed(event).iterator().next();
        return new Registrant.ClassGroup(
                new Registrant.Teacher(person.id(), person.name(), person.mail()),
                school,
                level.french() + " " + (1 + number % 4),
                level,
                new Registrant.Headcount(14 + number % 10, 6 + number % 5, 2),
                number % 3 == 1 ? "Un élève se déplace en fauteuil." : "");
    }

    /// Refusals are part of the play: a class too large for what is left simply does not come.
    private void ask(PublishedEvent event, PublishedSession session, Registrant registrant) {
        registrations.register(new SeatRequest(UUID.randomUUID(), event.id(), session.id(), registrant));
    }
}
