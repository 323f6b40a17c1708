package fr.preau.registration;

import fr.preau.retention.Retention;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who waited is forgotten a month after leaving the list, time enough to answer « pourquoi pas moi ». Lists end when
/// their session starts at the latest. What was asked for stays, as a number.
@Component
class WaitingRetention implements Retention {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final String DUE = "ended_at < :before and purged_at is null";

    private final JdbcClient jdbc;

    WaitingRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String code() {
        return "registration-waiting";
    }

    @Override
    public Promise promise() {
        return new Promise(
                "Liste d'attente",
                List.of(
                        "ce que demande l'inscription : prénom ou classe, niveau, établissement, nombres, besoins, adresse"),
                "Proposer une place à son tour, sur la même adresse.",
                "L'organisateur voit l'ordre, le nombre de places et, pour une classe, son nom et son établissement.",
                "Trente jours après avoir quitté la liste, qui s'arrête au plus tard au début de la séance.");
    }

    @Override
    public int due(Instant now) {
        return jdbc.sql("select count(*)::int from registration.waiting where " + DUE)
                .param("before", Timestamp.from(now.minus(KEPT)))
                .query(Integer.class)
                .single();
    }

    @Override
    public int forget(Instant now, int most) {
        return jdbc.sql("""
                        update registration.waiting set %s
                        where id in (select id from registration.waiting where %s order by ended_at limit :most)
                        """.formatted(WaitingRepository.NAMELESS, DUE))
                .param("before", Timestamp.from(now.minus(KEPT)))
                .param("now", Timestamp.from(now))
                .param("most", most)
                .update();
    }
}
