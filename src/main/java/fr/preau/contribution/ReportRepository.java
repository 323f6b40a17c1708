package fr.preau.contribution;

import fr.preau.consultation.Category;
import fr.preau.consultation.ConsultationId;
import fr.preau.consultation.SessionId;
import fr.preau.consultation.WorkshopId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reports of workshops and who was there.
@Repository
class ReportRepository {
    private final JdbcClient jdbc;

    ReportRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Report> of(WorkshopId workshop) {
        return one("select * from contribution.report where workshop_id = ?", workshop.value());
    }

    Optional<Report> behind(String readKey) {
        return one("select * from contribution.report where read_key = ?", readKey);
    }

    Optional<Report> find(UUID id) {
        return one("select * from contribution.report where id = ?", id);
    }

    /// Held until the transaction ends: what is corrected and what is validated take turns.
    Optional<Report> hold(UUID id) {
        return one("select * from contribution.report where id = ? for update", id);
    }

    List<Report> of(SessionId session) {
        var heads = new HashMap<UUID, Map<Category, Integer>>();
        jdbc.sql("""
                        select h.* from contribution.head_count h
                        join contribution.report r on r.id = h.report_id where r.session_id = ?
                        """).param(session.value()).query((ResultSet row) -> {
            heads.computeIfAbsent(row.getObject("report_id", UUID.class), _ -> new EnumMap<>(Category.class))
                    .put(Category.valueOf(row.getString("category")), row.getInt("people"));
        });
        return jdbc.sql("select * from contribution.report where session_id = ? order by filed_at")
                .param(session.value())
                .query((row, _) -> report(row, heads.getOrDefault(row.getObject("id", UUID.class), Map.of())))
                .list();
    }

    /// False when the workshop has one already.
    boolean insert(Report report) {
        var inserted = jdbc.sql("""
                        insert into contribution.report (id, workshop_id, session_id, consultation_id, read_key, climate,
                            paper, filed_at, remarks_until)
                        values (:id, :workshop, :session, :consultation, :key, :climate, :paper, :filed, :until)
                        on conflict do nothing
                        """)
                        .param("id", report.id())
                        .param("workshop", report.workshop().value())
                        .param("session", report.session().value())
                        .param("consultation", report.consultation().value())
                        .param("key", report.readKey())
                        .param("climate", report.climate())
                        .param("paper", report.paper())
                        .param("filed", at(report.filedAt()))
                        .param("until", at(report.remarksUntil()))
                        .update()
                == 1;
        if (inserted) {
            report.heads()
                    .forEach((category, people) -> jdbc.sql("insert into contribution.head_count values (?, ?, ?)")
                            .params(report.id(), category.name(), people)
                            .update());
        }
        return inserted;
    }

    /// False when it was validated before.
    boolean validate(UUID id, Report.Validation validation) {
        return jdbc.sql("""
                        update contribution.report set validated_at = ?, validated_by = ?, early_reason = ?
                        where id = ? and validated_at is null
                        """)
                        .params(at(validation.at()), validation.by().name(), validation.earlyReason(), id)
                        .update()
                == 1;
    }

    private Optional<Report> one(String sql, Object param) {
        return jdbc.sql(sql)
                .param(param)
                .query((row, _) -> report(row, heads(row.getObject("id", UUID.class))))
                .optional();
    }

    private Map<Category, Integer> heads(UUID report) {
        var heads = new EnumMap<Category, Integer>(Category.class);
        jdbc.sql("select category, people from contribution.head_count where report_id = ?")
                .param(report)
                .query((ResultSet row) -> {
                    heads.put(Category.valueOf(row.getString("category")), row.getInt("people"));
                });
        return heads;
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Report report(ResultSet row, Map<Category, Integer> heads) throws SQLException {
        var validated = instant(row, "validated_at");
        return new Report(
                row.getObject("id", UUID.class),
                new WorkshopId(row.getObject("workshop_id", UUID.class)),
                new SessionId(row.getObject("session_id", UUID.class)),
                new ConsultationId(row.getObject("consultation_id", UUID.class)),
                row.getString("read_key"),
                row.getString("climate"),
                row.getBoolean("paper"),
                Objects.requireNonNull(instant(row, "filed_at")),
                Objects.requireNonNull(instant(row, "remarks_until")),
                heads,
                validated == null
                        ? null
                        : new Report.Validation(
                                validated,
                                Report.By.valueOf(row.getString("validated_by")),
                                row.getString("early_reason")));
    }
}
