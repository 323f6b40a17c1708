package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.database.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// `kill -9` of PostgreSQL, of the server and of both in the middle of a rush: what people were told is what the
/// database holds, every seat taken belongs to a registration, and nobody was ever shown an error of ours.
class CrashTests {
    private static final int ENOUGH = 40;

    @TempDir
    private Path data;

    private final RushLoad load = new RushLoad();

    @Test
    void keepsWhatPeopleWereToldThroughKills() throws Exception {
        try (var first = launched()) {
            load.run(place(first), ENOUGH, () -> {
                killPostgres();
                // It is started again by the platform itself, and registrations go on.
                load.awaitMore(load.acknowledged.size() + ENOUGH);
                first.kill();
            });
            assertNobodySawAnError(first);
        }
        // PostgreSQL itself is still running, an orphan: the next start must cope.
        try (var second = launched()) {
            assertNothingLost(joined());
            load.run(place(second), ENOUGH, () -> {
                second.kill();
                killPostgres();
            });
            assertNobodySawAnError(second);
        }
        // Now its postmaster.pid names a process that is no more.
        try (var third = EmbeddedPostgres.start(data, Map.of())) {
            assertNothingLost(database(third));
        }
    }

    private Launched launched() throws Exception {
        return Launched.on(
                        data,
                        "--spring.profiles.active=demonstration",
                        // Hundreds register from here: no school does.
                        "--preau.rations.named-networks=127.0.0.0/8,::1")
                .open();
    }

    /// The session with the most seats left, made larger, and a teacher who may bring classes to it.
    private RushLoad.Place place(Launched platform) throws Exception {
        var database = joined();
        var session = database.sql("""
                        update event.session set capacity = 100000, class_capacity = 50000
                        where id = (
                            select session.id from event.session join event.listing using (event_id)
                            where not session.cancelled and not listing.cancelled and starts_at > now() + interval '1 hour'
                                and format <> 'AT_SCHOOL' and ('SECONDE' = any(audience) or 'PUBLIC' = any(audience))
                            order by session.capacity - session.taken desc, session.id limit 1)
                        returning event_id, id
                        """).query().singleRow();
        var teacher = database.sql("""
                        select mail, place from account.person join account.role_grant on person_id = person.id
                        where role = 'TEACHER' order by mail limit 1
                        """).query().singleRow();
        var secret = UUID.randomUUID().toString();
        database.sql("insert into account.sign_in_link values (?, ?, '/espace', now() + interval '1 hour')")
                .param(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)))
                .param(teacher.get("mail"))
                .update();
        return new RushLoad.Place(
                platform.address(),
                "/evenements/%s/seances/%s/inscription".formatted(session.get("event_id"), session.get("id")),
                secret,
                String.valueOf(teacher.get("place")));
    }

    private void assertNobodySawAnError(Launched platform) {
        assertThat(load.statuses)
                .as(platform::errors)
                .contains(200, 302)
                .allMatch(status -> status < 500 || status == 503, "anything but an error of ours");
    }

    private void assertNothingLost(JdbcClient database) {
        var standing = keys(database, "cancelled_at is null");
        var given = keys(database, "cancelled_at is not null");
        assertThat(load.cancelled).as("seats given back").isNotEmpty();
        assertThat(standing)
                .containsAll(load.acknowledged.stream()
                        .filter(Predicate.not(load.unsure::contains))
                        .toList());
        assertThat(given).containsAll(load.cancelled);
        assertThat(database.sql("select count(*) from registration.registration where kind = 'CLASS'")
                        .query(Integer.class)
                        .single())
                .as("classes")
                .isPositive();
        assertThat(database.sql("""
                        select * from (
                            select session.id, taken, held, capacity,
                                (select coalesce(sum(seats), 0) from registration.registration
                                    where session_id = session.id and cancelled_at is null)
                                + (select coalesce(sum(people), 0) from attendance.walk_in
                                    where session_id = session.id) as owned
                            from event.session) as book
                        where taken <> owned or taken + held > capacity
                        """).query().listOfRows())
                .as("sessions whose seats are not accounted for")
                .isEmpty();
    }

    private static Set<String> keys(JdbcClient database, String which) {
        return database
                .sql("select unnest(array[key, form_token::text]) from registration.registration where " + which)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toCollection(HashSet::new));
    }

    private JdbcClient joined() {
        return database(EmbeddedPostgres.startOrAttach(data, Map.of()));
    }

    private static JdbcClient database(EmbeddedPostgres server) {
        return JdbcClient.create(new DriverManagerDataSource(server.jdbcUrl(), server.username(), server.password()));
    }

    private void killPostgres() throws Exception {
        var pid = Files.readAllLines(data.resolve("postgresql").resolve("postmaster.pid"))
                .getFirst();
        var server = ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        server.destroyForcibly();
        server.onExit().get(30, TimeUnit.SECONDS);
    }
}
