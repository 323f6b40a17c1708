package fr.preau.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
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

    /// An edition, and how many times it was written (see [Editions#change]).
    record Row(Edition edition, int lock) {}

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

    List<Edition> all() {
        return database.sql("select * from programme.edition order by first_day desc, name")
                .query((row, _) -> edition(row).edition())
                .list();
    }

    Optional<Edition> currentOn(LocalDate today) {
        return database.sql("""
                        select * from programme.edition
                        order by last_day >= :today desc, abs(last_day - :today), id
                        limit 1""")
                .param("today", today)
                .query((row, _) -> edition(row).edition())
                .optional();
    }

    /// False when this id is already there.
    boolean insert(Edition edition) {
        return write("""
                insert into programme.edition (
                    id, name, first_day, last_day, submissions_open, submissions_close,
                    registrations_open, registrations_close, school_year, kinds, partners, delegated, offer_hours, waiting_room)
                values (
                    :id, :name, :firstDay, :lastDay, :submissionsOpen, :submissionsClose,
                    :registrationsOpen, :registrationsClose, :schoolYear,
                    cast(:kinds as jsonb), cast(:partners as jsonb), :delegated, :offerHours, :waitingRoom)
                on conflict (id) do nothing""", edition, 0) == 1;
    }

    /// False when someone else wrote since `lock` was read.
    boolean update(Edition edition, int lock) {
        return write("""
                update programme.edition
                set name = :name, first_day = :firstDay, last_day = :lastDay,
                    submissions_open = :submissionsOpen, submissions_close = :submissionsClose,
                    registrations_open = :registrationsOpen, registrations_close = :registrationsClose,
                    school_year = :schoolYear, kinds = cast(:kinds as jsonb), partners = cast(:partners as jsonb),
                    delegated = :delegated, offer_hours = :offerHours, waiting_room = :waitingRoom, lock_version = lock_version + 1
                where id = :id and lock_version = :lock""", edition, lock) == 1;
    }

    private int write(String sql, Edition edition, int lock) {
        return database.sql(sql)
                .param("id", edition.id().value())
                .param("lock", lock)
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
                .param("waitingRoom", edition.waitingRoom())
                .update();
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
        return new Row(edition, row.getInt("lock_version"));
    }
}
