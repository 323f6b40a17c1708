package fr.preau.synthesis;

import fr.preau.account.PersonId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `synthesis.grouping`; the form that makes one is its id.
@Repository
class GroupingRepository {
    private final JdbcClient database;
    private final Clock clock;

    GroupingRepository(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void add(Act act, String label) {
        database.sql("""
                        insert into synthesis.grouping (id, synthesis_id, label, made_by, made_at)
                        values (:id, :synthesis, :label, :by, :now)
                        """)
                .param("id", act.form())
                .param("synthesis", act.synthesis().value())
                .param("label", label)
                .param("by", act.by().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean undo(SynthesisId synthesis, UUID id, PersonId by) {
        return database.sql("""
                        update synthesis.grouping set undone_by = :by, undone_at = :now
                        where id = :id and synthesis_id = :synthesis and undone_at is null
                        """)
                        .param("by", by.value())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .param("synthesis", synthesis.value())
                        .update()
                == 1;
    }

    /// Those that stand, the latest first.
    List<Grouping> of(SynthesisId synthesis) {
        return database.sql("""
                        select g.id, g.label, g.made_by, count(i.id)::int as size
                        from synthesis.grouping g left join synthesis.item i on i.grouping_id = g.id
                        where g.synthesis_id = :id and g.undone_at is null
                        group by g.id order by g.made_at desc limit 200
                        """)
                .param("id", synthesis.value())
                .query((row, _) -> new Grouping(
                        row.getObject("id", UUID.class),
                        row.getString("label"),
                        new PersonId(row.getObject("made_by", UUID.class)),
                        row.getInt("size")))
                .list();
    }
}
