package fr.preau.synthesis;

import fr.preau.account.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `synthesis.objection`: at most one open for each item.
@Repository
class ObjectionRepository {
    private final JdbcClient database;

    ObjectionRepository(JdbcClient database) {
        this.database = database;
    }

    void add(UUID id, Item item, Objection.Against against, PersonId by, LocalDate today) {
        database.sql("""
                        insert into synthesis.objection (id, synthesis_id, item_id, against, item_lock, words, made_by,
                            made_on)
                        values (:id, :synthesis, :item, :against, :lock, :words, :by, :today)
                        """)
                .param("id", id)
                .param("synthesis", item.synthesis().value())
                .param("item", item.id().value())
                .param("against", against.disposition())
                .param("lock", item.lock())
                .param("words", against.words())
                .param("by", by.value())
                .param("today", today)
                .update();
    }

    void answer(UUID id, Objection.Outcome outcome, String answer, PersonId by, LocalDate today) {
        database.sql("""
                        update synthesis.objection
                        set outcome = :outcome, answer = :answer, answered_by = :by, answered_on = :today
                        where id = :id and outcome is null
                        """)
                .param("outcome", outcome.name())
                .param("answer", answer)
                .param("by", by.value())
                .param("today", today)
                .param("id", id)
                .update();
    }

    Optional<Objection> find(UUID id) {
        return database.sql("select * from synthesis.objection where id = :id")
                .param("id", id)
                .query((row, _) -> objection(row))
                .optional();
    }

    /// The latest first, those to answer before all.
    List<Objection> of(SynthesisId synthesis) {
        return database.sql("""
                        select * from synthesis.objection where synthesis_id = :id
                        order by outcome is not null, made_on desc, id
                        """)
                .param("id", synthesis.value())
                .query((row, _) -> objection(row))
                .list();
    }

    List<Objection> on(ItemId item) {
        return database.sql("select * from synthesis.objection where item_id = :id order by made_on, id")
                .param("id", item.value())
                .query((row, _) -> objection(row))
                .list();
    }

    /// How many of these items have one to answer.
    int openOn(Collection<ItemId> items) {
        return database.sql("""
                        select count(*)::int from synthesis.objection where outcome is null and item_id = any(:ids)
                        """)
                .param("ids", items.stream().map(ItemId::value).toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }

    boolean anyOpen(SynthesisId synthesis) {
        return database.sql("""
                        select exists (select from synthesis.objection where outcome is null and synthesis_id = :id)
                        """)
                .param("id", synthesis.value())
                .query(Boolean.class)
                .single();
    }

    private static Objection objection(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return new Objection(
                row.getObject("id", UUID.class),
                new ItemId(row.getObject("item_id", UUID.class)),
                new Objection.Against(row.getString("against"), row.getString("words")),
                row.getInt("item_lock"),
                row.getObject("made_on", LocalDate.class),
                outcome == null
                        ? null
                        : new Objection.Answer(
                                Objection.Outcome.valueOf(outcome),
                                row.getString("answer"),
                                row.getObject("answered_on", LocalDate.class)));
    }
}
