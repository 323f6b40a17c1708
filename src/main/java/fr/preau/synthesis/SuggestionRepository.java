package fr.preau.synthesis;

import fr.preau.account.PersonId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `synthesis.suggestion`: what people answered to suggestions; and `synthesis.unaided`: who wants none.
@Repository
class SuggestionRepository {
    private final JdbcClient database;
    private final Clock clock;

    SuggestionRepository(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The others that someone answered about, whichever way round.
    Set<ItemId> answered(ItemId item) {
        return database
                .sql("""
                        select case when item_id = :item then other_id else item_id end from synthesis.suggestion
                        where item_id = :item or other_id = :item
                        """)
                .param("item", item.value())
                .query((row, _) -> new ItemId(row.getObject(1, UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /// What was proposed, by which method, and what this person says of it.
    record Answer(SynthesisLikeness.Kind kind, String method, boolean accepted, PersonId by) {}

    void answer(ItemId item, ItemId other, Answer answer) {
        var now = clock.instant();
        database.sql("""
                        insert into synthesis.suggestion (item_id, other_id, kind, method, made_on, answer, answered_by,
                            answered_at)
                        values (:item, :other, :kind,
                            :method, :day, :answer, :by, :now)
                        on conflict (item_id, other_id) do update
                        set answer = excluded.answer, answered_by = excluded.answered_by,
                            answered_at = excluded.answered_at, kind = excluded.kind
                        """)
                .param("item", item.value())
                .param("other", other.value())
                .param("kind", answer.kind().name())
                .param("method", answer.method())
                .param("day", LocalDate.ofInstant(now, SynthesisCourse.PARIS))
                .param("answer", answer.accepted() ? "ACCEPTED" : "REFUSED")
                .param("by", answer.by().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean isAided(PersonId person) {
        return database.sql("select not exists (select from synthesis.unaided where person_id = :id)")
                .param("id", person.value())
                .query(Boolean.class)
                .single();
    }

    void aid(PersonId person, boolean aided) {
        database.sql(
                        aided
                                ? "delete from synthesis.unaided where person_id = :id"
                                : "insert into synthesis.unaided (person_id) values (:id) on conflict do nothing")
                .param("id", person.value())
                .update();
    }
}
