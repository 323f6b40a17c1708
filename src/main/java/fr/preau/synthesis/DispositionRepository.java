package fr.preau.synthesis;

import fr.preau.account.PersonId;
import fr.preau.synthesis.Disposition.Outcome;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `synthesis.disposition`: what was done with each item, one row at most for each.
@Repository
class DispositionRepository {
    private final JdbcClient database;
    private final Clock clock;

    DispositionRepository(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void setAside(Item item, Disposition.Aside aside, PersonId by) {
        var duplicateOf = aside.duplicateOf();
        bound(item, Outcome.SET_ASIDE, by, """
                insert into synthesis.disposition (item_id, synthesis_id, item_version, outcome, reason, sentence,
                    duplicate_of, sent_to, decided_by, decided_at)
                values (:item, :synthesis, :version, :outcome, :reason, :sentence, :duplicate, :sent, :by, :now)
                on conflict (item_id) do update set item_version = excluded.item_version, outcome = excluded.outcome,
                    reason = excluded.reason, sentence = excluded.sentence, duplicate_of = excluded.duplicate_of,
                    sent_to = excluded.sent_to, decided_by = excluded.decided_by, decided_at = excluded.decided_at
                """)
                .param("reason", aside.reason().name())
                .param("sentence", aside.sentence())
                .param("duplicate", duplicateOf == null ? null : duplicateOf.value())
                .param("sent", aside.sentTo())
                .update();
    }

    void split(Item item, PersonId by) {
        insert(item, Outcome.SPLIT, by);
    }

    void remove(Item item) {
        database.sql("delete from synthesis.disposition where item_id = :item")
                .param("item", item.id().value())
                .update();
    }

    /// Taken up is having a link from a statement as it stands: nothing else says so.
    void settle(Item item, PersonId by) {
        var leaned = database.sql("""
                        select exists (select from synthesis.source_link l
                            join synthesis.statement s on s.id = l.statement_id and s.version = l.statement_version
                            where l.item_id = :item and not s.removed)
                        """)
                .param("item", item.id().value())
                .query(Boolean.class)
                .single();
        if (leaned && item.disposition() == null) {
            insert(item, Outcome.TAKEN_UP, by);
        }
        if (!leaned && item.is(Outcome.TAKEN_UP)) {
            remove(item);
        }
    }

    /// What was done with it holds for what it is now.
    void confirm(Item item, PersonId by) {
        bound(item, Outcome.TAKEN_UP, by, """
                update synthesis.disposition set item_version = :version, decided_by = :by, decided_at = :now
                where item_id = :item
                """).update();
    }

    /// Whether one of these is what others are said to say again.
    boolean isSaidAgain(Collection<ItemId> items) {
        return database.sql("select exists (select from synthesis.disposition where duplicate_of = any(:items))")
                .param("items", items.stream().map(ItemId::value).toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }

    private void insert(Item item, Outcome outcome, PersonId by) {
        bound(item, outcome, by, """
                insert into synthesis.disposition (item_id, synthesis_id, item_version, outcome, decided_by, decided_at)
                values (:item, :synthesis, :version, :outcome, :by, :now)
                """).update();
    }

    private JdbcClient.StatementSpec bound(Item item, Outcome outcome, PersonId by, String sql) {
        return database.sql(sql)
                .param("item", item.id().value())
                .param("synthesis", item.synthesis().value())
                .param("version", item.source().version())
                .param("outcome", outcome.name())
                .param("by", by.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC));
    }
}
