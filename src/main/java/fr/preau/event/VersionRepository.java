package fr.preau.event;

import fr.preau.account.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// `event.version`: what was written of each event, and what moderators decided.
@Repository
class VersionRepository {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    record Ruling(VersionState state, PersonId by, String decider, Instant at, String reason, String sentence) {}

    private final JdbcClient database;

    VersionRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<Version> latest(EventId event) {
        return select("where event_id = :event order by number desc limit 1", event).stream()
                .findFirst();
    }

    /// What the public sees: the last version approved.
    Optional<Version> approved(EventId event) {
        return select("where event_id = :event and state = 'APPROVED' order by number desc limit 1", event).stream()
                .findFirst();
    }

    /// The latest first.
    List<Version> all(EventId event) {
        return select("where event_id = :event order by number desc", event);
    }

    void insert(Version version, PersonId author) {
        database.sql("""
                        insert into event.version (
                            event_id, number, content, state, title, departements, written_by, written_at)
                        values (
                            :event, :number, cast(:content as jsonb), :state, :title,
                            string_to_array(:departements, ','), :author, :at)""")
                .param("event", version.event().value())
                .param("number", version.number())
                .param("content", JSON.writeValueAsString(version.content()))
                .param("state", version.state().name())
                .param("title", version.content().title())
                .param("departements", departements(version.content()))
                .param("author", author.value())
                .param("at", version.writtenAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void rewrite(Version draft, PersonId author) {
        database.sql("""
                        update event.version
                        set content = cast(:content as jsonb), title = :title,
                            departements = string_to_array(:departements, ','), written_by = :author, written_at = :at
                        where event_id = :event and number = :number and state = 'DRAFT'""")
                .param("event", draft.event().value())
                .param("number", draft.number())
                .param("content", JSON.writeValueAsString(draft.content()))
                .param("title", draft.content().title())
                .param("departements", departements(draft.content()))
                .param("author", author.value())
                .param("at", draft.writtenAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void submit(Version draft, Instant now) {
        database.sql("""
                        update event.version set state = 'SUBMITTED', submitted_at = :now
                        where event_id = :event and number = :number""")
                .param("event", draft.event().value())
                .param("number", draft.number())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Published without being read over: what it changes is cosmetic.
    void approve(Version draft) {
        database.sql("update event.version set state = 'APPROVED' where event_id = :event and number = :number")
                .param("event", draft.event().value())
                .param("number", draft.number())
                .update();
    }

    void withdraw(Version version) {
        database.sql("update event.version set state = 'WITHDRAWN' where event_id = :event and number = :number")
                .param("event", version.event().value())
                .param("number", version.number())
                .update();
    }

    void decide(Version version, Ruling ruling) {
        database.sql("""
                        update event.version
                        set state = :state, decided_by = :by, decider = :decider, decided_at = :at, reason = :reason,
                            sentence = :sentence
                        where event_id = :event and number = :number""")
                .param("event", version.event().value())
                .param("number", version.number())
                .param("state", ruling.state().name())
                .param("by", ruling.by().value())
                .param("decider", ruling.decider())
                .param("at", ruling.at().atOffset(ZoneOffset.UTC))
                .param("reason", ruling.reason())
                .param("sentence", ruling.sentence())
                .update();
    }

    private List<Version> select(String which, EventId event) {
        return database.sql("select * from event.version " + which)
                .param("event", event.value())
                .query((row, _) -> version(row))
                .list();
    }

    static Version version(ResultSet row) throws SQLException {
        var decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        return new Version(
                new EventId(row.getObject("event_id", UUID.class)),
                row.getInt("number"),
                content(row),
                VersionState.valueOf(row.getString("state")),
                instant(row, "written_at"),
                row.getObject("submitted_at") == null ? null : instant(row, "submitted_at"),
                decidedAt == null ? null : decision(row, decidedAt.toInstant()));
    }

    private static Version.Decision decision(ResultSet row, Instant at) throws SQLException {
        return new Version.Decision(
                text(row.getString("decider")), at, text(row.getString("reason")), text(row.getString("sentence")));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static String departements(EventContent content) {
        return String.join(",", content.departements());
    }

    static EventContent content(ResultSet row) throws SQLException {
        return JSON.readValue(row.getString("content"), EventContent.class);
    }
}
