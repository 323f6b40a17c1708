package fr.preau.registration;

import fr.preau.account.PersonId;
import fr.preau.account.TestPeople;
import fr.preau.event.Audience;
import fr.preau.event.EventFixtures;
import fr.preau.event.EventId;
import fr.preau.event.Events;
import fr.preau.event.PublishedSession;
import fr.preau.event.Seats;
import fr.preau.event.SessionId;
import fr.preau.programme.Edition;
import fr.preau.programme.Editions;
import fr.preau.territory.Uai;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What the tests of registrations start from: sessions with room, and people who want it.
@Component
class Ground {
    private final JdbcClient jdbc;
    private final EventFixtures events;
    private final Seats seats;
    private final Events published;
    private final Editions editions;

    Ground(JdbcClient jdbc, EventFixtures events, Seats seats, Events published, Editions editions) {
        this.jdbc = jdbc;
        this.events = events;
        this.seats = seats;
        this.published = published;
        this.editions = editions;
    }

    /// A session and the event it is of.
    record Sitting(EventId event, SessionId session) {
        String path() {
            return "/evenements/%s/seances/%s/inscription".formatted(event.value(), session.value());
        }

        SeatRequest asks(Registrant registrant) {
            return new SeatRequest(UUID.randomUUID(), event, session, registrant);
        }
    }

    EventFixtures.Builder event() {
        return events.published();
    }

    Sitting sitting(int seats, int forClasses) {
        return sitting(event().seats(seats).forClasses(forClasses));
    }

    Sitting sitting(EventFixtures.Builder event) {
        var published = event.now();
        return new Sitting(published.id(), published.session());
    }

    Edition edition(Sitting sitting) {
        return editions.find(published.find(sitting.event()).orElseThrow().edition())
                .orElseThrow();
    }

    PublishedSession now(Sitting sitting) {
        return seats.find(sitting.session()).orElseThrow();
    }

    /// The page of what a form made, as its letter links it: the answer on screen does not lead there.
    String opened(MvcTestResult sent) {
        var answer = String.valueOf(sent.getResponse().getRedirectedUrl());
        if (!answer.contains("/envoi/")) {
            return answer;
        }
        var receipt = UUID.fromString(answer.substring(answer.lastIndexOf('/') + 1));
        return jdbc.sql("""
                        select '/inscriptions/' || key from registration.registration where form_token = :receipt
                        union all
                        select '/attente/' || key from registration.waiting where form_token = :receipt and ended_at is null
                        """).param("receipt", receipt).query(String.class).single();
    }

    int rows(Sitting sitting) {
        return jdbc.sql("select count(*) from registration.registration where session_id = ?")
                .param(sitting.session().value())
                .query(Integer.class)
                .single();
    }

    static String mail() {
        return "m-%s@example.org".formatted(UUID.randomUUID());
    }

    static Registrant.Pupil pupil(String firstName) {
        return new Registrant.Pupil(firstName, mail(), Audience.SECONDE, null);
    }

    static Registrant.Adult adult(int people) {
        return new Registrant.Adult("Camille", mail(), people);
    }

    static Registrant.ClassGroup schoolClass(String name, int pupils, int adults) {
        return schoolClass(TestPeople.anyUai(), name, new Registrant.Headcount(pupils, null, adults));
    }

    static Registrant.ClassGroup schoolClass(Uai school, String name, Registrant.Headcount heads) {
        var teacher = new Registrant.Teacher(new PersonId(UUID.randomUUID()), "Mme Dupuis", mail());
        return new Registrant.ClassGroup(teacher, school, name, Audience.SECONDE, heads, "");
    }

    /// Those of these sessions whose books do not balance, one line each: seats taken are those of the registrations
    /// that stand, seats held those of open offers, and taken + held + free = capacity. One statement, so one
    /// instant, even in the middle of a storm.
    List<String> imbalances(List<Sitting> sittings) {
        return jdbc.sql("""
                        select s.id || ': ' || s.taken || '/' || t.seats || ' taken, ' || s.held || '/' || h.seats
                            || ' held, ' || s.waiting || '/' || h.waiting || ' waiting' as line
                        from event.session s
                        cross join lateral (
                            select coalesce(sum(seats), 0) as seats,
                                coalesce(sum(seats) filter (where kind = 'CLASS'), 0) as classes
                            from registration.registration r where r.session_id = s.id and cancelled_at is null) t
                        cross join lateral (
                            select coalesce(sum(seats) filter (where state = 'OFFERED'), 0) as seats,
                                coalesce(sum(seats) filter (where state = 'OFFERED' and kind = 'CLASS'), 0) as classes,
                                count(*) filter (where state = 'WAITING') as waiting,
                                count(*) filter (where state = 'WAITING' and kind = 'CLASS') as class_waiting
                            from registration.waiting w where w.session_id = s.id) h
                        where s.id = any(:sessions) and ((s.taken, s.class_taken, s.held, s.class_held, s.waiting, s.class_waiting)
                                is distinct from (t.seats, t.classes, h.seats, h.classes, h.waiting, h.class_waiting)
                            or s.taken + s.held > s.capacity or s.class_taken + s.class_held > s.class_capacity)
                        """)
                .param(
                        "sessions",
                        sittings.stream().map(one -> one.session().value()).toArray(UUID[]::new))
                .query((row, _) -> row.getString("line"))
                .list();
    }

    /// The books of one session, and that its columns and [PublishedSession] say the same of what is left.
    void audit(Sitting sitting) {
        var session = now(sitting);
        var left = jdbc.sql("select seats_left, class_seats_left from event.session where id = ?")
                .param(sitting.session().value())
                .query((row, _) -> List.of(row.getInt("seats_left"), row.getInt("class_seats_left")))
                .single();
        var wrong = imbalances(List.of(sitting));
        if (!wrong.isEmpty() || !left.equals(List.of(session.left(), session.leftForClasses()))) {
            throw new AssertionError("%s, left %s of %s".formatted(wrong, left, session));
        }
    }
}
