package fr.preau.attendance;

import fr.preau.SettableClock;
import fr.preau.account.PersonId;
import fr.preau.account.TestPeople;
import fr.preau.event.Audience;
import fr.preau.event.EventFixtures;
import fr.preau.event.Events;
import fr.preau.event.PublishedSession;
import fr.preau.event.Seats;
import fr.preau.registration.Outcome;
import fr.preau.registration.Registrant;
import fr.preau.registration.Registration;
import fr.preau.registration.Registrations;
import fr.preau.registration.SeatRequest;
import fr.preau.territory.Uai;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What the tests of the day start from: an event of tomorrow, people on its seats, and the clock put to its hour.
@Component
public class DoorFixtures {
    private final EventFixtures events;
    private final Events published;
    private final Seats seats;
    private final Registrations registrations;
    private final SettableClock clock;

    DoorFixtures(
            EventFixtures events, Events published, Seats seats, Registrations registrations, SettableClock clock) {
        this.events = events;
        this.published = published;
        this.seats = seats;
        this.registrations = registrations;
        this.clock = clock;
    }

    public EventFixtures.Published event(int places) {
        return events.published().seats(places).now();
    }

    public PublishedSession session(EventFixtures.Published event) {
        return seats.find(event.session()).orElseThrow();
    }

    public Registration pupil(EventFixtures.Published event, String firstName) {
        return take(event, new Registrant.Pupil(firstName, mail(), Audience.SECONDE, null));
    }

    public Registration adult(EventFixtures.Published event, String firstName, int people) {
        return take(event, new Registrant.Adult(firstName, mail(), people));
    }

    public Registration schoolClass(EventFixtures.Published event, String name, int pupils) {
        return schoolClass(event, TestPeople.anyUai(), name, pupils);
    }

    public Registration schoolClass(EventFixtures.Published event, Uai school, String name, int pupils) {
        var teacher = new Registrant.Teacher(new PersonId(UUID.randomUUID()), "Mme Dupuis", mail());
        var heads = new Registrant.Headcount(pupils, null, 2);
        return take(event, new Registrant.ClassGroup(teacher, school, name, Audience.SECONDE, heads, ""));
    }

    private Registration take(EventFixtures.Published event, Registrant registrant) {
        var request = new SeatRequest(UUID.randomUUID(), event.id(), event.session(), registrant);
        return ((Outcome.Confirmed) registrations.register(request)).registration();
    }

    private static String mail() {
        return "m-%s@example.org".formatted(UUID.randomUUID());
    }

    /// Half an hour after it began.
    public void goInto(EventFixtures.Published event) {
        goTo(session(event).start().toInstant().plus(Duration.ofMinutes(30)));
    }

    void goBefore(EventFixtures.Published event, Duration until) {
        goTo(session(event).start().toInstant().minus(until));
    }

    public void goAfter(EventFixtures.Published event, Duration since) {
        goTo(session(event).end().toInstant().plus(since));
    }

    private void goTo(java.time.Instant moment) {
        clock.advance(Duration.between(clock.instant(), moment));
    }

    Desk desk(Desks desks, EventFixtures.Published event) {
        return desks.of(published.find(event.id()).orElseThrow(), session(event));
    }

    public static String path(EventFixtures.Published event) {
        return "/espace/evenements/%s/seances/%s/accueil"
                .formatted(event.id().value(), event.session().value());
    }
}
