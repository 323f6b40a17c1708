package fr.preau.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReportRepository {
    private final JdbcClient database;

    ReportRepository(JdbcClient database) {
        this.database = database;
    }

    void insert(EventId event, Report report) {
        database.sql("""
                        insert into event.report (id, event_id, ground, sentence, reported_at)
                        values (:id, :event, :ground, :sentence, :at)
                        on conflict (id) do nothing""")
                .param("id", report.id())
                .param("event", event.value())
                .param("ground", report.ground().name())
                .param("sentence", report.sentence())
                .param("at", report.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    int countSince(EventId event, Instant since) {
        return database.sql("select count(*) from event.report where event_id = :event and reported_at > :since")
                .param("event", event.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /// Those still open first, then the latest.
    List<Report> of(EventId event) {
        return database.sql("""
                        select * from event.report where event_id = :event
                        order by closed_at is not null, reported_at desc
                        limit 50""")
                .param("event", event.value())
                .query((row, _) -> report(row))
                .list();
    }

    /// How many were open: none when someone closed them before.
    int closeAll(EventId event, Writing by, Report.Closing closing) {
        return database.sql("""
                        update event.report set closed_by = :by, closer = :closer, closed_at = :at, outcome = :outcome
                        where event_id = :event and closed_at is null""")
                .param("event", event.value())
                .param("by", by.author().value())
                .param("closer", closing.closer())
                .param("at", closing.at().atOffset(ZoneOffset.UTC))
                .param("outcome", closing.outcome().name())
                .update();
    }

    private static Report report(ResultSet row) throws SQLException {
        return new Report(
                row.getObject("id", UUID.class),
                ReportGround.valueOf(row.getString("ground")),
                row.getString("sentence"),
                VersionRepository.instant(row, "reported_at"),
                closing(row));
    }

    private static Report.@Nullable Closing closing(ResultSet row) throws SQLException {
        return row.getObject("closed_at") == null
                ? null
                : new Report.Closing(
                        Objects.toString(row.getString("closer"), ""),
                        VersionRepository.instant(row, "closed_at"),
                        Report.Outcome.valueOf(row.getString("outcome")));
    }
}
