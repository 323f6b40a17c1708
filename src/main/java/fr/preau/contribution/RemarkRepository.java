package fr.preau.contribution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Participants' remarks on reports.
@Repository
class RemarkRepository {
    private final JdbcClient jdbc;

    RemarkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The oldest first.
    List<Remark> of(UUID report) {
        return jdbc.sql("select * from contribution.remark where report_id = ? order by at, id")
                .param(report)
                .query((row, _) -> remark(row))
                .list();
    }

    /// Nothing when it is there already.
    void insert(UUID report, Remark remark) {
        var about = remark.about();
        jdbc.sql("""
                        insert into contribution.remark (id, report_id, contribution_id, text, at)
                        values (:id, :report, :about, :text, :at) on conflict do nothing
                        """)
                .param("id", remark.id())
                .param("report", report)
                .param("about", about == null ? null : about.value(), java.sql.Types.OTHER)
                .param("text", remark.text())
                .param("at", ReportRepository.at(remark.at()))
                .update();
    }

    /// False when it has an answer already.
    boolean answer(UUID report, UUID remark, Remark.Outcome outcome, String answer, Instant now) {
        return jdbc.sql("""
                        update contribution.remark set outcome = ?, answer = ?, answered_at = ?
                        where id = ? and report_id = ? and outcome is null
                        """)
                        .params(outcome.name(), answer, ReportRepository.at(now), remark, report)
                        .update()
                == 1;
    }

    int due(Instant before) {
        return jdbc.sql("select count(*)::int from contribution.remark where at < ?")
                .param(ReportRepository.at(before))
                .query(Integer.class)
                .single();
    }

    int forget(Instant before, int most) {
        return jdbc.sql("""
                        delete from contribution.remark where id = any(array(
                            select id from contribution.remark where at < ? limit ? for update skip locked))
                        """).params(ReportRepository.at(before), most).update();
    }

    private static Remark remark(ResultSet row) throws SQLException {
        var about = row.getObject("contribution_id", UUID.class);
        var outcome = row.getString("outcome");
        return new Remark(
                row.getObject("id", UUID.class),
                about == null ? null : new ContributionId(about),
                row.getString("text"),
                Objects.requireNonNull(ReportRepository.instant(row, "at")),
                outcome == null ? null : Remark.Outcome.valueOf(outcome),
                row.getString("answer"));
    }
}
