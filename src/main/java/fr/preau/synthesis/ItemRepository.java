package fr.preau.synthesis;

import fr.preau.consultation.SessionId;
import fr.preau.consultation.WorkshopId;
import fr.preau.synthesis.Item.Source;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `synthesis.item` and its versions. Nothing is ever deleted (invariant C1).
@Repository
class ItemRepository {
    private final JdbcClient database;

    ItemRepository(JdbcClient database) {
        this.database = database;
    }

    /// What arrives for a level.
    record Arriving(
            SynthesisId synthesis,
            Source source,
            String reference,
            ItemNature nature,
            String text,
            Item.Origin origin) {}

    Optional<Item> find(ItemId id) {
        return find(List.of(id)).stream().findFirst();
    }

    /// In the order of arrival.
    List<Item> find(Collection<ItemId> ids) {
        return database.sql(ItemRows.SELECT + "where i.id = any(:ids) order by i.seq, i.piece")
                .param("ids", ids.stream().map(ItemId::value).toArray(UUID[]::new))
                .query((row, _) -> ItemRows.item(row))
                .list();
    }

    /// The wholes that come from this source, at whichever level.
    List<Item> from(Source.Kind kind, UUID source) {
        return database.sql(ItemRows.SELECT + """
                        where i.source_kind = :kind and i.source_id = :source and i.parent_id is null
                        """)
                .param("kind", kind.name())
                .param("source", source)
                .query((row, _) -> ItemRows.item(row))
                .list();
    }

    /// The wholes that come from the statements of this synthesis, one level up.
    List<Item> ofSynthesis(SynthesisId below) {
        return database.sql(ItemRows.SELECT + """
                        where i.source_kind = 'STATEMENT' and i.parent_id is null and i.source_id in
                            (select id from synthesis.statement where synthesis_id = :below)
                        """)
                .param("below", below.value())
                .query((row, _) -> ItemRows.item(row))
                .list();
    }

    /// The syntheses one level down whose statements it has to deal with.
    List<SynthesisId> below(SynthesisId synthesis) {
        return database.sql("""
                        select distinct s.synthesis_id from synthesis.item i
                        join synthesis.statement s on s.id = i.source_id
                        where i.synthesis_id = :id and i.source_kind = 'STATEMENT' and i.withdrawn is null
                        order by s.synthesis_id
                        """)
                .param("id", synthesis.value())
                .query((row, _) -> new SynthesisId(row.getObject("synthesis_id", UUID.class)))
                .list();
    }

    /// The pieces an item is cut into now, in order.
    List<Item> pieces(ItemId whole) {
        return database.sql(ItemRows.SELECT + """
                        where i.parent_id = :whole and i.withdrawn is null order by i.piece
                        """)
                .param("whole", whole.value())
                .query((row, _) -> ItemRows.item(row))
                .list();
    }

    /// Nothing when it is there already.
    void add(Arriving arriving) {
        var id = UUID.randomUUID();
        var added = bound(arriving, """
                insert into synthesis.item (id, synthesis_id, source_kind, source_id, version, reference, nature, text,
                    territory, session_id, workshop_id, day)
                values (:id, :synthesis, :kind, :source, :version, :reference, :nature, :text,
                    :territory, :session, :workshop, :day)
                on conflict do nothing
                """).param("id", id).update();
        if (added == 1) {
            keepVersion(new ItemId(id));
        }
    }

    /// The item is now this, whatever it was; back if it was withdrawn.
    void renew(Item item, Arriving arriving) {
        bound(arriving, """
                update synthesis.item set version = :version, reference = :reference, nature = :nature, text = :text,
                    territory = :territory, session_id = :session, workshop_id = :workshop, day = :day,
                    withdrawn = null, reopened = false, lock = lock + 1
                where id = :id and synthesis_id = :synthesis and source_kind = :kind and source_id = :source
                """).param("id", item.id().value()).update();
        keepVersion(item.id());
    }

    void addPiece(Item whole, int piece, String text) {
        var id = UUID.randomUUID();
        database.sql("""
                        insert into synthesis.item (id, synthesis_id, seq, piece, parent_id, source_kind, source_id,
                            version, reference, nature, text, territory, session_id, workshop_id, day)
                        select :id, synthesis_id, seq, :piece, id, source_kind, source_id,
                            version, reference, nature, :text, territory, session_id, workshop_id, day
                        from synthesis.item where id = :whole
                        """)
                .param("id", id)
                .param("piece", piece)
                .param("text", text)
                .param("whole", whole.id().value())
                .update();
        keepVersion(new ItemId(id));
    }

    /// It is read no more, and neither are its pieces. The words go too when `erased`, in every version.
    void withdraw(Item item, String reason, boolean erased) {
        database.sql("""
                        update synthesis.item set withdrawn = :reason, lock = lock + 1,
                            text = case when :erased then '' else text end
                        where id = :id or parent_id = :id
                        """)
                .param("reason", reason)
                .param("erased", erased)
                .param("id", item.id().value())
                .update();
        if (erased) {
            database.sql("""
                            update synthesis.item_version set text = ''
                            where item_id in (select id from synthesis.item where id = :id or parent_id = :id)
                            """).param("id", item.id().value()).update();
        }
    }

    /// The words of one version of a source go, its pieces' included.
    void eraseVersion(UUID source, int version) {
        database.sql("""
                        update synthesis.item_version v set text = '' from synthesis.item i
                        where i.id = v.item_id and i.source_id = :source and v.version = :version
                        """).param("source", source).param("version", version).update();
        database.sql("""
                        update synthesis.item set text = '', lock = lock + 1
                        where source_id = :source and version = :version and text <> ''
                        """).param("source", source).param("version", version).update();
    }

    /// What comes from the statements of this synthesis is about to change, or is as it was.
    void markReopened(SynthesisId below, boolean reopened) {
        database.sql("""
                        update synthesis.item set reopened = :reopened, lock = lock + 1
                        where source_kind = 'STATEMENT' and reopened <> :reopened and withdrawn is null and source_id in
                            (select id from synthesis.statement where synthesis_id = :below)
                        """)
                .param("reopened", reopened)
                .param("below", below.value())
                .update();
    }

    void touch(Collection<ItemId> items) {
        database.sql("update synthesis.item set lock = lock + 1 where id = any(:ids)")
                .param("ids", items.stream().map(ItemId::value).toArray(UUID[]::new))
                .update();
    }

    void group(Collection<ItemId> items, @Nullable UUID grouping) {
        database.sql("update synthesis.item set grouping_id = :grouping, lock = lock + 1 where id = any(:ids)")
                .param("grouping", grouping)
                .param("ids", items.stream().map(ItemId::value).toArray(UUID[]::new))
                .update();
    }

    /// By what people quote: « C-1204 », « C-1204 (2) » for its second piece.
    Optional<Item> named(SynthesisId synthesis, String label) {
        return database.sql(ItemRows.SELECT + """
                        where i.synthesis_id = :synthesis and i.withdrawn is null and :label =
                            (case when i.piece = 0 then i.reference else i.reference || ' (' || i.piece || ')' end)
                        order by i.seq limit 1
                        """)
                .param("synthesis", synthesis.value())
                .param("label", label)
                .query((row, _) -> ItemRows.item(row))
                .optional();
    }

    List<ItemId> ofGrouping(UUID grouping) {
        return database.sql("select id from synthesis.item where grouping_id = :id")
                .param("id", grouping)
                .query((row, _) -> new ItemId(row.getObject("id", UUID.class)))
                .list();
    }

    private void keepVersion(ItemId id) {
        database.sql("""
                        insert into synthesis.item_version (item_id, version, nature, text, territory, workshop_id, day)
                        select id, version, nature, text, territory, workshop_id, day
                        from synthesis.item where id = :id
                        on conflict do nothing
                        """).param("id", id.value()).update();
    }

    private JdbcClient.StatementSpec bound(Arriving arriving, String sql) {
        var origin = arriving.origin();
        return database.sql(sql)
                .param("synthesis", arriving.synthesis().value())
                .param("kind", arriving.source().kind().name())
                .param("source", arriving.source().id())
                .param("version", arriving.source().version())
                .param("reference", arriving.reference())
                .param("nature", arriving.nature().name())
                .param("text", arriving.text())
                .param("territory", origin.territory())
                .param("session", value(origin.session()))
                .param("workshop", value(origin.workshop()))
                .param("day", origin.day());
    }

    private static @Nullable UUID value(@Nullable SessionId session) {
        return session == null ? null : session.value();
    }

    private static @Nullable UUID value(@Nullable WorkshopId workshop) {
        return workshop == null ? null : workshop.value();
    }
}
