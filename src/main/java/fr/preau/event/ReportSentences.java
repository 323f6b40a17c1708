package fr.preau.event;

import fr.preau.retention.Retention;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What visitors wrote when they reported an event: the words go after a year, what was wrong and what came of it stay.
@Component
@Order(30)
class ReportSentences implements Retention {
    private static final String DUE = "reported_at < :then and (sentence <> '' or closer is not null)";

    private final JdbcClient database;

    ReportSentences(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String code() {
        return "event-report";
    }

    @Override
    public Promise promise() {
        return new Promise(
                "Signalement d'un événement",
                List.of("ce que vous écrivez (votre nom n'est pas demandé)", "nom de qui répond"),
                "corriger ou retirer l'événement",
                "la modération du territoire",
                "un an ; le motif et la suite restent");
    }

    @Override
    public int due(Instant now) {
        return database.sql("select count(*)::int from event.report where " + DUE)
                .param("then", aYearBefore(now))
                .query(Integer.class)
                .single();
    }

    @Override
    public int forget(Instant now, int most) {
        return database.sql("""
                        update event.report set sentence = '', closer = null where id in (
                            select id from event.report where %s limit :most for update skip locked)
                        """.formatted(DUE))
                .param("then", aYearBefore(now))
                .param("most", most)
                .update();
    }

    private static OffsetDateTime aYearBefore(Instant now) {
        return now.atOffset(ZoneOffset.UTC).minusYears(1);
    }
}
