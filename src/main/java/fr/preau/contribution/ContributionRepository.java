package fr.preau.contribution;

import fr.preau.consultation.ConsultationId;
import fr.preau.consultation.SessionId;
import fr.preau.consultation.WorkshopId;
import fr.preau.contribution.Contribution.Origin;
import fr.preau.contribution.Contribution.Room;
import fr.preau.contribution.Contribution.State;
import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Contributions in their latest version, and what they said before.
@Repository
class ContributionRepository {
    private final JdbcClient jdbc;
    private final Map<String, Territory> territories;

    ContributionRepository(JdbcClient jdbc, Territories territories) {
        this.jdbc = jdbc;
        this.territories =
                territories.all().stream().collect(Collectors.toUnmodifiableMap(Territory::key, Function.identity()));
    }

    /// What is new about a contribution that nobody has read yet; its reference is drawn by the database.
    record Fresh(
            ContributionId id,
            ConsultationId consultation,
            Origin origin,
            @Nullable Report report,
            int position,
            Territory territory,
            String theme,
            Filing.Line line,
            LocalDate day) {}

    Optional<Contribution> find(ContributionId id) {
        return jdbc.sql("select * from contribution.contribution where id = ?")
                .param(id.value())
                .query((row, _) -> contribution(row))
                .optional();
    }

    Optional<Contribution> hold(ContributionId id) {
        return jdbc.sql("select * from contribution.contribution where id = ? for update")
                .param(id.value())
                .query((row, _) -> contribution(row))
                .optional();
    }

    List<Contribution> find(Collection<ContributionId> ids) {
        return jdbc.sql("select * from contribution.contribution where id = any(?) order by number")
                .param(ids.stream().map(ContributionId::value).toArray(UUID[]::new))
                .query((row, _) -> contribution(row))
                .list();
    }

    /// In the report's order.
    List<Contribution> of(Report report) {
        return jdbc.sql("select * from contribution.contribution where report_id = ? order by position, number")
                .param(report.id())
                .query((row, _) -> contribution(row))
                .list();
    }

    List<Contribution> published(ConsultationId consultation) {
        return jdbc.sql("""
                        select * from contribution.contribution
                        where consultation_id = ? and state = 'PUBLISHED' order by number
                        """)
                .param(consultation.value())
                .query((row, _) -> contribution(row))
                .list();
    }

    /// What moved since, masked and removed included.
    List<Contribution> changedSince(Instant since) {
        return jdbc.sql("select * from contribution.contribution where changed_at >= ? and state <> 'RECEIVED'")
                .param(ReportRepository.at(since))
                .query((row, _) -> contribution(row))
                .list();
    }

    /// All it says and said, the oldest first; `seen` tells which everyone may read.
    List<Wording> wordings(ContributionId id) {
        return jdbc.sql("""
                        select f.version, f.nature, f.text, f.agree, f.against, f.neither, f.day, f.why, f.erased,
                            coalesce(f.version >= c.public_from, false) as seen
                        from contribution.former f join contribution.contribution c on c.id = f.contribution_id
                        where c.id = :id
                        union all
                        select version, nature, text, agree, against, neither, version_day, why, null,
                            public_from is not null
                        from contribution.contribution where id = :id
                        order by version
                        """)
                .param("id", id.value())
                .query((row, _) -> new Wording(
                        row.getInt("version"),
                        Nature.valueOf(row.getString("nature")),
                        row.getString("text"),
                        room(row),
                        row.getObject("day", LocalDate.class),
                        row.getString("why"),
                        row.getString("erased"),
                        row.getBoolean("seen")))
                .list();
    }

    /// The words of one former version go, the rest of it stays; false when they are gone already, or it is the latest.
    boolean eraseVersion(ContributionId id, int version, String why) {
        return jdbc.sql("""
                        update contribution.former set text = '', why = '', erased = :why
                        where contribution_id = :id and version = :version and erased is null
                        """)
                        .param("why", why)
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    /// False when it is there already.
    boolean insert(Fresh fresh, Instant now) {
        var report = fresh.report();
        var room = fresh.line().room();
        return jdbc.sql("""
                        insert into contribution.contribution (id, consultation_id, origin, report_id, session_id,
                            workshop_id, position, territory, theme, nature, text, agree, against, neither, day,
                            version_day, changed_at)
                        values (:id, :consultation, :origin, :report, :session, :workshop, :position, :territory, :theme,
                            :nature, :text, :agree, :against, :neither, :day, :day, :now)
                        on conflict (id) do nothing
                        """)
                        .param("id", fresh.id().value())
                        .param("consultation", fresh.consultation().value())
                        .param("origin", fresh.origin().name())
                        .param("report", report == null ? null : report.id(), Types.OTHER)
                        .param(
                                "session",
                                report == null ? null : report.session().value(),
                                Types.OTHER)
                        .param(
                                "workshop",
                                report == null ? null : report.workshop().value(),
                                Types.OTHER)
                        .param("position", fresh.position())
                        .param("territory", fresh.territory().key())
                        .param("theme", fresh.theme())
                        .param("nature", fresh.line().nature().name())
                        .param("text", fresh.line().text())
                        .param("agree", room.agree(), Types.INTEGER)
                        .param("against", room.against(), Types.INTEGER)
                        .param("neither", room.neither(), Types.INTEGER)
                        .param("day", fresh.day())
                        .param("now", ReportRepository.at(now))
                        .update()
                == 1;
    }

    /// The text it had stays readable beside the new one.
    void correct(Contribution before, Filing.Line line, String why, Instant now) {
        jdbc.sql("""
                        insert into contribution.former
                            (contribution_id, version, nature, text, agree, against, neither, day, why)
                        select id, version, nature, text, agree, against, neither, version_day, why
                        from contribution.contribution where id = ?
                        """).param(before.id().value()).update();
        jdbc.sql("""
                        update contribution.contribution
                        set version = version + 1, nature = :nature, text = :text, agree = :agree, against = :against,
                            neither = :neither, version_day = :day, why = :why, changed_at = :now
                        where id = :id
                        """)
                .param("nature", line.nature().name())
                .param("text", line.text())
                .param("agree", line.room().agree(), Types.INTEGER)
                .param("against", line.room().against(), Types.INTEGER)
                .param("neither", line.room().neither(), Types.INTEGER)
                .param("day", Days.of(now))
                .param("why", why)
                .param("now", ReportRepository.at(now))
                .param("id", before.id().value())
                .update();
    }

    void publish(Collection<ContributionId> ids, Instant now) {
        jdbc.sql("""
                        update contribution.contribution
                        set state = 'PUBLISHED', changed_at = :now, decided_on = :day, public_from = version
                        where id = any(:ids) and state = 'RECEIVED'
                        """)
                .param("now", ReportRepository.at(now))
                .param("day", Days.of(now))
                .param("ids", ids.stream().map(ContributionId::value).toArray(UUID[]::new))
                .update();
    }

    void mask(ContributionId id, MaskReason reason, String sentence, Instant now) {
        end(id, "MASKED", reason, sentence, now);
    }

    /// The law asks for the words to go, from every version.
    void remove(ContributionId id, MaskReason reason, String sentence, Instant now) {
        jdbc.sql("update contribution.contribution set text = '' where id = ?")
                .param(id.value())
                .update();
        end(id, "REMOVED", reason, sentence, now);
        jdbc.sql("update contribution.former set text = '', why = '' where contribution_id = ?")
                .param(id.value())
                .update();
    }

    private void end(ContributionId id, String state, MaskReason reason, String sentence, Instant now) {
        jdbc.sql("""
                        update contribution.contribution
                        set state = :state, reason = :reason, sentence = :sentence, decided_on = :day, changed_at = :now
                        where id = :id
                        """)
                .param("state", state)
                .param("reason", reason.name())
                .param("sentence", sentence)
                .param("day", Days.of(now))
                .param("now", ReportRepository.at(now))
                .param("id", id.value())
                .update();
    }

    Optional<Tombstone> tombstone(ContributionId id) {
        return jdbc.sql("""
                        select reason, sentence, decided_on from contribution.contribution
                        where id = ? and reason is not null
                        """)
                .param(id.value())
                .query((row, _) -> new Tombstone(
                        MaskReason.valueOf(row.getString("reason")),
                        row.getString("sentence"),
                        row.getObject("decided_on", LocalDate.class)))
                .optional();
    }

    int maskedDue(LocalDate before) {
        return jdbc.sql("""
                        select count(*)::int from contribution.contribution
                        where state = 'MASKED' and text <> '' and decided_on < ?
                        """).param(before).query(Integer.class).single();
    }

    int forgetMasked(LocalDate before, int most) {
        var ids = jdbc.sql("""
                        update contribution.contribution set text = '' where id = any(array(
                            select id from contribution.contribution
                            where state = 'MASKED' and text <> '' and decided_on < ? limit ? for update skip locked))
                        returning id
                        """).params(before, most).query(UUID.class).list();
        jdbc.sql("update contribution.former set text = '' where contribution_id = any(?)")
                .param(ids.toArray(UUID[]::new))
                .update();
        return ids.size();
    }

    /// Former texts that never were public, of contributions read over long ago.
    int neverPublicDue(LocalDate before) {
        return jdbc.sql("select count(*)::int " + NEVER_PUBLIC)
                .param("before", before)
                .query(Integer.class)
                .single();
    }

    int forgetNeverPublic(LocalDate before, int most) {
        return jdbc.sql("update contribution.former set text = '', why = '' where ctid = any(array(select f.ctid "
                        + NEVER_PUBLIC + " limit :most for update of f skip locked))")
                .param("before", before)
                .param("most", most)
                .update();
    }

    private static final String NEVER_PUBLIC = """
            from contribution.former f join contribution.contribution c on c.id = f.contribution_id
            where f.text <> '' and f.version < c.public_from and f.day < :before
            """;

    Contribution contribution(ResultSet row) throws SQLException {
        var session = row.getObject("session_id", UUID.class);
        var workshop = row.getObject("workshop_id", UUID.class);
        var territory = row.getString("territory");
        return new Contribution(
                new ContributionId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                "C-" + row.getLong("number"),
                new ConsultationId(row.getObject("consultation_id", UUID.class)),
                Origin.valueOf(row.getString("origin")),
                session == null ? null : new SessionId(session),
                workshop == null ? null : new WorkshopId(workshop),
                territories.getOrDefault(territory, Territory.NATION),
                row.getString("theme"),
                Nature.valueOf(row.getString("nature")),
                row.getString("text"),
                room(row),
                row.getObject("day", LocalDate.class),
                State.valueOf(row.getString("state")));
    }

    private static Room room(ResultSet row) throws SQLException {
        return new Room(
                row.getObject("agree", Integer.class),
                row.getObject("against", Integer.class),
                row.getObject("neither", Integer.class));
    }
}
