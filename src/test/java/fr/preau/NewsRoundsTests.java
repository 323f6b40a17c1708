package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A piece of news that its listener cannot bear (its event does not exist), in the states an outage leaves.
@PreauTest
class NewsRoundsTests {
    private static final String ALIVE = "alive-" + UUID.randomUUID();
    private static final String DEAD = "dead-" + UUID.randomUUID();

    private final JdbcClient db;

    @Autowired
    NewsRoundsTests(JdbcClient db) {
        this.db = db;
    }

    @AfterEach
    void forget() {
        db.sql("delete from news.event_publication where serialized_event like '%news-rounds-tests%'")
                .update();
        db.sql("delete from timetable.process where name in (?, ?)")
                .param(ALIVE)
                .param(DEAD)
                .update();
    }

    @Test
    void tellsFailedNewsAgainWithoutARestart() {
        var id = unheard("FAILED", ALIVE);

        await().atMost(Duration.ofSeconds(15)).until(() -> attempts(id) > 1);
    }

    @Test
    void takesOverFromTheDeadAndNeverFromTheLiving() {
        process(ALIVE, "now() + interval '1 hour'");
        process(DEAD, "now() - interval '1 minute'");
        var living = unheard("PROCESSING", ALIVE);
        var orphan = unheard("PROCESSING", DEAD);
        var unsaid = unheard("PUBLISHED", DEAD);

        await().atMost(Duration.ofSeconds(15)).until(() -> attempts(orphan) > 1 && attempts(unsaid) > 1);

        assertThat(attempts(living)).isOne();
    }

    private void process(String name, String seen) {
        db.sql("insert into timetable.process (name, seen_at) values (?, %s)".formatted(seen))
                .param(name)
                .update();
    }

    private UUID unheard(String status, String process) {
        var id = UUID.randomUUID();
        db.sql("""
                insert into news.event_publication (id, listener_id, event_type, serialized_event, publication_date,
                    status, completion_attempts, process)
                values (?, 'fr.preau.registration.EventFollower.on(fr.preau.event.EventCancelled)',
                    'fr.preau.event.EventCancelled',
                    json_build_object('event', json_build_object('value', gen_random_uuid()), 'title', 'news-rounds-tests',
                        'reason', '')::text, now() - interval '1 minute', ?, 1, ?)
                """).param(id).param(status).param(process).update();
        return id;
    }

    private int attempts(UUID id) {
        return db.sql("select completion_attempts from news.event_publication where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }
}
