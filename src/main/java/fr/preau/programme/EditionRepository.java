package fr.preau.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class EditionRepository {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// The one people mean first: a week that is not over before one that is, the nearest before the others.
    private static final String NEAREST = "order by last_day >= :today desc, abs(last_day - :today), id";

    /// An edition, how many times it was written (see [Editions#change]), and whether it is more than a draft.
    record Row(Edition edition, int lock, boolean opened) {}

    private final JdbcClient database;

    EditionRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<Row> find(EditionId id) {
        return database.sql("select * from programme.edition where id = :id")
                .param("id", id.value())
                .query((row, _) -> edition(row))
                .optional();
    }

    /// Nobody refers to it anew until the transaction ends (see [#hold]).
    Optional<Row> lock(EditionId id) {
        return database.sql("select * from programme.edition where id = :id for update")
                .param("id", id.value())
                .query((row, _) -> edition(row))
                .optional();
    }

    /// Keeps an open edition from being deleted until the transaction ends; false when there is none.
    boolean hold(EditionId id) {
        return database.sql("select 1 from programme.edition where id = :id and opened for key share")
                .param("id", id.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /// Drafts too.
    List<Row> all() {
        return database.sql("select * from programme.edition order by first_day desc, name")
                .query((row, _) -> edition(row))
                .list();
    }

    Optional<Edition> currentOn(LocalDate today) {
        return database.sql("select * from programme.edition where opened " + NEAREST + " limit 1")
                .param("today", today)
                .query((row, _) -> edition(row).edition())
                .optional();
    }

    /// Whether this draft would be the current edition, were it open.
    boolean wouldBeCurrent(EditionId draft, LocalDate today) {
        return database.sql("select id from programme.edition where opened or id = :id " + NEAREST + " limit 1")
                .param("id", draft.value())
                .param("today", today)
                .query(UUID.class)
                .optional()
                .filter(draft.value()::equals)
                .isPresent();
    }

    List<Edition> takingProposals(Instant now, LocalDate today, int limit) {
        return database.sql("""
                        select * from programme.edition
                        where opened and submissions_open <= :now and submissions_close > :now
                        """ + NEAREST + " limit :limit")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("today", today)
                .param("limit", limit)
                .query((row, _) -> edition(row).edition())
                .list();
    }

    /// False when this id is already there.
    boolean insert(Edition edition, boolean opened) {
        return filled("""
                insert into programme.edition (
                    id, name, first_day, last_day, submissions_open, submissions_close,
                    registrations_open, registrations_close, school_year, kinds, partners, delegated, offer_hours,
                    waiting_room, opened)
                values (
                    :id, :name, :firstDay, :lastDay, :submissionsOpen, :submissionsClose,
                    :registrationsOpen, :registrationsClose, :schoolYear,
                    cast(:kinds as jsonb), cast(:partners as jsonb), :delegated, :offerHours, :waitingRoom, :opened)
                on conflict (id) do nothing""", edition).param("opened", opened).update() == 1;
    }

    /// False when someone else wrote since `lock` was read, or opened it already.
    boolean open(EditionId id, int lock) {
        return database.sql("""
                        update programme.edition set opened = true, lock_version = lock_version + 1
                        where id = :id and lock_version = :lock and not opened""").param("id", id.value()).param("lock", lock).update() == 1;
    }

    void delete(EditionId id) {
        database.sql("delete from programme.edition where id = :id")
                .param("id", id.value())
                .update();
    }

    /// False when someone else wrote since `lock` was read.
    boolean update(Edition edition, int lock) {
        return filled("""
                update programme.edition
                set name = :name, first_day = :firstDay, last_day = :lastDay,
                    submissions_open = :submissionsOpen, submissions_close = :submissionsClose,
                    registrations_open = :registrationsOpen, registrations_close = :registrationsClose,
                    school_year = :schoolYear, kinds = cast(:kinds as jsonb), partners = cast(:partners as jsonb),
                    delegated = :delegated, offer_hours = :offerHours, waiting_room = :waitingRoom, lock_version = lock_version + 1
                where id = :id and lock_version = :lock""", edition).param("lock", lock).update() == 1;
    }

    private JdbcClient.StatementSpec filled(String sql, Edition edition) {
        return database.sql(sql)
                .param("id", edition.id().value())
                .param("name", edition.name())
                .param("firstDay", edition.firstDay())
                .param("lastDay", edition.lastDay())
                .param("submissionsOpen", edition.submissionsOpen().atOffset(ZoneOffset.UTC))
                .param("submissionsClose", edition.submissionsClose().atOffset(ZoneOffset.UTC))
                .param("registrationsOpen", edition.registrationsOpen().atOffset(ZoneOffset.UTC))
                .param("registrationsClose", edition.registrationsClose().atOffset(ZoneOffset.UTC))
                .param("schoolYear", edition.schoolYear())
                .param("kinds", JSON.writeValueAsString(edition.kinds()))
                .param("partners", JSON.writeValueAsString(edition.partners()))
                .param("delegated", edition.delegated())
                .param("offerHours", edition.offerHours())
                .param("waitingRoom", edition.waitingRoom());
    }

    private static Row edition(ResultSet row) throws SQLException {
        var edition = new Edition(
                new EditionId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getObject("submissions_open", OffsetDateTime.class).toInstant(),
                row.getObject("submissions_close", OffsetDateTime.class).toInstant(),
                row.getObject("registrations_open", OffsetDateTime.class).toInstant(),
                row.getObject("registrations_close", OffsetDateTime.class).toInstant(),
                row.getString("school_year"),
                JSON.readValue(row.getString("kinds"), new TypeReference<List<Edition.Kind>>() {}),
                JSON.readValue(row.getString("partners"), new TypeReference<List<Edition.Partner>>() {}),
                row.getBoolean("delegated"),
                row.getInt("offer_hours"),
                row.getBoolean("waiting_room"));
        return new Row(edition, row.getInt("lock_version"), row.getBoolean("opened"));
    }
}
