package fr.preau.school;

import fr.preau.account.SignedIn;
import fr.preau.account.TestPeople;
import fr.preau.account.Viewer;
import fr.preau.account.Viewers;
import fr.preau.event.Audience;
import fr.preau.event.EventFixtures;
import fr.preau.event.EventId;
import fr.preau.programme.Edition;
import fr.preau.programme.EditionFixtures;
import fr.preau.registration.Outcome;
import fr.preau.registration.Registrant;
import fr.preau.registration.Registration;
import fr.preau.registration.Registrations;
import fr.preau.registration.SeatRequest;
import fr.preau.territory.ASchool;
import fr.preau.territory.School;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the tests of schools start from: a lycée of Foix, its people, events of the edition under way, classes on them.
@Component
class SchoolGround {
    private final TestPeople people;
    private final Viewers viewers;
    private final EventFixtures events;
    private final EditionFixtures editions;
    private final Registrations registrations;
    private final JdbcClient jdbc;

    SchoolGround(
            TestPeople people,
            Viewers viewers,
            EventFixtures events,
            EditionFixtures editions,
            Registrations registrations,
            JdbcClient jdbc) {
        this.people = people;
        this.viewers = viewers;
        this.events = events;
        this.editions = editions;
        this.registrations = registrations;
        this.jdbc = jdbc;
    }

    School school() {
        var name = "Lycée " + UUID.randomUUID().toString().substring(0, 8);
        return ASchool.lycee(name).in("Foix", "09000", "09").add(jdbc);
    }

    Edition edition() {
        return editions.current();
    }

    LocalDate day(int days) {
        return editions.today().plusDays(days);
    }

    SignedIn head(School school) {
        return people.head(school.uai());
    }

    SignedIn teacher(School school) {
        return people.teacher(school.uai());
    }

    Viewer viewer(SignedIn person) {
        return viewers.of(person.id());
    }

    /// Of the edition under way, on this day.
    EventFixtures.Builder event(String title, int days) {
        return events.published().titled(title).in(edition()).on(day(days), "14:00", "16:00");
    }

    Registration book(School school, EventFixtures.Published event, String className) {
        return book(school, event, 0, className);
    }

    /// A class of 2de takes seats on the event's session of this number.
    Registration book(School school, EventFixtures.Published event, int session, String className) {
        var group = new Registrant.ClassGroup(
                new Registrant.Teacher(people.withoutRole().id(), "Mme Dupuis", "dupuis@example.org"),
                school.uai(),
                className,
                Audience.SECONDE,
                new Registrant.Headcount(8, null, 1),
                "");
        var request =
                new SeatRequest(UUID.randomUUID(), event.id(), event.sessions().get(session), group);
        return switch (registrations.register(request)) {
            case Outcome.Confirmed(var registration) -> registration;
            case Outcome other -> throw new AssertionError(other);
        };
    }

    void cancel(EventId event) {
        jdbc.sql("update event.listing set cancelled = true, revision = revision + 1 where event_id = ?")
                .param(event.value())
                .update();
        jdbc.sql("""
                        update registration.registration
                        set cancelled_at = now(), cancelled_by = 'ORGANISER', cancelled_reason = '' where event_id = ?
                        """).param(event.value()).update();
    }
}
