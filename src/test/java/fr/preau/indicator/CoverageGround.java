package fr.preau.indicator;

import fr.preau.account.PersonId;
import fr.preau.event.Audience;
import fr.preau.event.EventFixtures;
import fr.preau.programme.Edition;
import fr.preau.registration.Outcome;
import fr.preau.registration.Registrant;
import fr.preau.registration.Registrations;
import fr.preau.registration.SeatRequest;
import fr.preau.territory.School;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Schools that commit, book and teach NSI, for the tests of coverage.
@Component
class CoverageGround {
    private final Registrations registrations;
    private final JdbcClient jdbc;

    CoverageGround(Registrations registrations, JdbcClient jdbc) {
        this.registrations = registrations;
        this.jdbc = jdbc;
    }

    void book(EventFixtures.Published event, School school, String name, int pupils, @Nullable Integer girls) {
        var teacher = new Registrant.Teacher(
                new PersonId(UUID.randomUUID()), "Mme Dupuis", "m-%s@example.org".formatted(UUID.randomUUID()));
        var group = new Registrant.ClassGroup(
                teacher, school.uai(), name, Audience.SECONDE, new Registrant.Headcount(pupils, girls, 2), "");
        var outcome = registrations.register(new SeatRequest(UUID.randomUUID(), event.id(), event.session(), group));
        if (!(outcome instanceof Outcome.Confirmed)) {
            throw new AssertionError("not booked: " + outcome);
        }
    }

    void commit(Edition edition, School school) {
        jdbc.sql("""
                        insert into school.commitment (edition_id, uai, committed_by, committed_at)
                        values (?, ?, ?, now())
                        """)
                .params(edition.id().value(), school.uai().value(), UUID.randomUUID())
                .update();
    }

    /// Later than any year a real file speaks of: in its département, no other school teaches.
    void teaches(School school, int girls, int boys) {
        jdbc.sql("insert into territory.nsi (uai, year, girls, boys) values (?, 2099, ?, ?)")
                .params(school.uai().value(), girls, boys)
                .update();
    }

    void forgetWhoTeaches() {
        jdbc.sql("delete from territory.nsi where year = 2099").update();
    }
}
