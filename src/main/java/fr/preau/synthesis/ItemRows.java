package fr.preau.synthesis;

import fr.preau.account.PersonId;
import fr.preau.consultation.SessionId;
import fr.preau.consultation.WorkshopId;
import fr.preau.synthesis.Disposition.Aside;
import fr.preau.synthesis.Disposition.Outcome;
import fr.preau.synthesis.Item.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How rows become items, for every query that reads some.
final class ItemRows {
    static final String SELECT = """
            select i.*, d.item_version, d.outcome, d.reason, d.sentence, d.duplicate_of, d.sent_to, d.decided_by,
                d.decided_at
            from synthesis.item i left join synthesis.disposition d on d.item_id = i.id
            """;

    /// Dealt with before something changed below (invariant C7): the item has another version, the level below took
    /// its synthesis back, or what one leans on is read no more.
    static final String STALE = """
            (d.item_id is not null and (
                (i.withdrawn is null and (d.item_version <> i.version or i.reopened))
                or (i.withdrawn is not null and d.outcome = 'TAKEN_UP')
                or exists (select from synthesis.item x where x.id = d.duplicate_of
                    and (x.withdrawn is not null or (x.nature = 'DISAGREEMENT') <> (i.nature = 'DISAGREEMENT')))))
            """;

    private ItemRows() {}

    static Item item(ResultSet row) throws SQLException {
        return new Item(
                new ItemId(row.getObject("id", UUID.class)),
                new SynthesisId(row.getObject("synthesis_id", UUID.class)),
                new Item.Place(row.getLong("seq"), row.getInt("piece")),
                itemId(row, "parent_id"),
                new Source(
                        Source.Kind.valueOf(row.getString("source_kind")),
                        row.getObject("source_id", UUID.class),
                        row.getInt("version")),
                row.getString("reference"),
                ItemNature.valueOf(row.getString("nature")),
                row.getString("text"),
                origin(row),
                row.getBoolean("reopened"),
                row.getString("withdrawn"),
                row.getObject("grouping_id", UUID.class),
                row.getInt("lock"),
                row.getString("outcome") == null ? null : disposition(row));
    }

    private static Item.Origin origin(ResultSet row) throws SQLException {
        var session = row.getObject("session_id", UUID.class);
        var workshop = row.getObject("workshop_id", UUID.class);
        return new Item.Origin(
                row.getString("territory"),
                session == null ? null : new SessionId(session),
                workshop == null ? null : new WorkshopId(workshop),
                row.getObject("day", LocalDate.class));
    }

    private static Disposition disposition(ResultSet row) throws SQLException {
        var reason = row.getString("reason");
        return new Disposition(
                Outcome.valueOf(row.getString("outcome")),
                reason == null
                        ? null
                        : new Aside(
                                Reason.valueOf(reason),
                                row.getString("sentence"),
                                itemId(row, "duplicate_of"),
                                row.getString("sent_to")),
                row.getInt("item_version"),
                new PersonId(row.getObject("decided_by", UUID.class)),
                row.getObject("decided_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable ItemId itemId(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new ItemId(id);
    }
}
