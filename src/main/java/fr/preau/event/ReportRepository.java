package fr.preau.event;

import fr.preau.account.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

    ReportMark mark(EventId event) {
        return database.sql("select count(*), count(closed_at) from event.report where event_id = :event")
                .param("event", event.value())
                .query((row, _) -> new ReportMark(row.getInt(1), row.getInt(2)))
                .single();
    }

    /// The same, once nobody else can decide before this transaction ends.
    ReportMark lockedMark(EventId event) {
        database.sql("select id from event.event where id = :id for update")
                .param("id", event.value())
                .query((_, _) -> true)
                .single();
        return mark(event);
    }

    Optional<Report.Closing> lastClosed(EventId event) {
        return database.sql("""
                        select * from event.report where event_id = :event and closed_at is not null
                        order by closed_at desc limit 1""")
                .param("event", event.value())
                .query((row, _) -> Optional.ofNullable(closing(row)))
                .optional()
                .flatMap(closing -> closing);
    }

    /// Whether this person closed them all as `outcome`: their form came twice.
    boolean areClosedBy(EventId event, PersonId person, Report.Outcome outcome) {
        return database.sql("""
                        select coalesce(bool_and(closed_at is not null), false)
                            and (array_agg(closed_by order by closed_at desc nulls last))[1] = :person
                            and (array_agg(outcome order by closed_at desc nulls last))[1] = :outcome
                        from event.report where event_id = :event""")
                .param("event", event.value())
                .param("person", person.value())
                .param("outcome", outcome.name())
                .query(Boolean.class)
                .optional()
                .orElse(false);
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
