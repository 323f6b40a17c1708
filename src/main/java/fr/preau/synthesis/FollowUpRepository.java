package fr.preau.synthesis;

import fr.preau.synthesis.FollowUp.Action;
import fr.preau.synthesis.FollowUp.Decision;
import fr.preau.synthesis.FollowUp.Outcome;
import fr.preau.synthesis.FollowUp.Status;
import fr.preau.synthesis.FollowUp.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `synthesis.decision`, `action` and `action_step`: only ever added to; a form's token is the row's identifier.
@Repository
class FollowUpRepository {
    private final JdbcClient database;

    FollowUpRepository(JdbcClient database) {
        this.database = database;
    }

    void decide(Act act, StatementId statement, LocalDate day, Outcome outcome, String reason) {
        database.sql("""
                        insert into synthesis.decision (id, statement_id, day, outcome, reason, written_by)
                        values (:id, :statement, :day, :outcome, :reason, :by)
                        """)
                .param("id", act.form())
                .param("statement", statement.value())
                .param("day", day)
                .param("outcome", outcome.name())
                .param("reason", reason)
                .param("by", act.by().value())
                .update();
    }

    void plan(Act act, StatementId statement, String what, String owner, LocalDate due) {
        database.sql("""
                        insert into synthesis.action (id, statement_id, what, owner, due)
                        values (:id, :statement, :what, :owner, :due)
                        """)
                .param("id", act.form())
                .param("statement", statement.value())
                .param("what", what)
                .param("owner", owner)
                .param("due", due)
                .update();
    }

    void step(Act act, UUID action, LocalDate day, Status status, String note) {
        database.sql("""
                        insert into synthesis.action_step (id, action_id, day, status, note, written_by)
                        values (:id, :action, :day, :status, :note, :by)
                        """)
                .param("id", act.form())
                .param("action", action)
                .param("day", day)
                .param("status", status.name())
                .param("note", note)
                .param("by", act.by().value())
                .update();
    }

    /// A line of the follow-up of a published national statement; what only an action or only a decision has is null.
    record OfFollowUp(
            UUID statement,
            String what,
            int rank,
            LocalDate day,
            String state,
            @Nullable String words,
            @Nullable String action,
            @Nullable String owner,
            @Nullable LocalDate due) {}

    /// Of every statement that a publication shows, as it is now.
    List<OfFollowUp> ofPublication(UUID publication) {
        return database.sql("""
                        select d.statement_id as statement, 'DECISION' as what,
                            (row_number() over (partition by d.statement_id order by d.seq))::int as rank,
                            d.day, d.outcome as state, d.reason as words,
                            cast(null as text) as action, cast(null as text) as owner, cast(null as date) as due
                        from synthesis.decision d
                        where d.statement_id in (select statement_id from synthesis.published_statement
                            where publication_id = :id)
                        union all
                        select a.statement_id, 'ACTION',
                            (row_number() over (partition by a.statement_id order by a.seq, s.seq))::int,
                            s.day, s.status, nullif(s.note, ''), a.what, a.owner, a.due
                        from synthesis.action a join synthesis.action_step s on s.action_id = a.id
                        where a.statement_id in (select statement_id from synthesis.published_statement
                            where publication_id = :id)
                        order by statement, what desc, rank
                        """)
                .param("id", publication)
                .query((row, _) -> new OfFollowUp(
                        row.getObject("statement", UUID.class),
                        row.getString("what"),
                        row.getInt("rank"),
                        row.getObject("day", LocalDate.class),
                        row.getString("state"),
                        row.getString("words"),
                        row.getString("action"),
                        row.getString("owner"),
                        row.getObject("due", LocalDate.class)))
                .list();
    }

    FollowUp of(StatementId statement) {
        var decisions = database.sql("select * from synthesis.decision where statement_id = :id order by seq")
                .param("id", statement.value())
                .query((row, _) -> new Decision(
                        row.getObject("day", LocalDate.class),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getString("reason")))
                .list();
        var actions = database.sql("select * from synthesis.action where statement_id = :id order by seq")
                .param("id", statement.value())
                .query((row, _) -> new Action(
                        row.getObject("id", UUID.class),
                        row.getString("what"),
                        row.getString("owner"),
                        row.getObject("due", LocalDate.class),
                        List.of()))
                .list();
        return new FollowUp(
                decisions,
                actions.stream()
                        .map(one -> new Action(one.id(), one.what(), one.owner(), one.due(), steps(one.id())))
                        .toList());
    }

    private List<Step> steps(UUID action) {
        return database.sql("select * from synthesis.action_step where action_id = :id order by seq")
                .param("id", action)
                .query((row, _) -> new Step(
                        row.getObject("day", LocalDate.class),
                        Status.valueOf(row.getString("status")),
                        row.getString("note")))
                .list();
    }
}
