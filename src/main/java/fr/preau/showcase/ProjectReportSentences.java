package fr.preau.showcase;

import fr.preau.retention.Retention;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What visitors wrote when they reported a project: the words go after a year, what was wrong stays.
@Component
@Order(32)
class ProjectReportSentences implements Retention {
    private static final String DUE = "reported_at < :then and sentence <> ''";

    private final JdbcClient database;

    ProjectReportSentences(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String code() {
        return "showcase-report";
    }

    @Override
    public Promise promise() {
        return new Promise(
                "Signalement d'un projet (Trophées NSI)",
                List.of("ce que vous écrivez (votre nom n'est pas demandé)"),
                "corriger ou retirer le projet",
                "la modération du territoire",
                "un an ; le motif reste");
    }

    @Override
    public int due(Instant now) {
        return database.sql("select count(*)::int from showcase.report where " + DUE)
                .param("then", aYearBefore(now))
                .query(Integer.class)
                .single();
    }

    @Override
    public int forget(Instant now, int most) {
        return database.sql("""
                        update showcase.report set sentence = '' where id in (
                            select id from showcase.report where %s limit :most for update skip locked)
                        """.formatted(DUE))
                .param("then", aYearBefore(now))
                .param("most", most)
                .update();
    }

    private static OffsetDateTime aYearBefore(Instant now) {
        return now.atOffset(ZoneOffset.UTC).minusYears(1);
    }
}
