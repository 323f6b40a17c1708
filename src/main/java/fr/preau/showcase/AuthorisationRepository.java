package fr.preau.showcase;

import fr.preau.account.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `showcase.authorisation`. Nothing but a withdrawal changes one.
@Repository
class AuthorisationRepository {
    private static final String DUE = """
            from showcase.authorisation
            where coalesce(withdrawn_at < :aMonthAgo, valid_until < cast(:aMonthAgo as timestamptz)::date)
               or exists (select from showcase.project where project.id = authorisation.project_id
                          and project.state = 'WITHDRAWN' and project.written_at < :aMonthAgo)
            """;

    private final JdbcClient database;

    AuthorisationRepository(JdbcClient database) {
        this.database = database;
    }

    /// False when this id is already there: the same form, sent twice.
    boolean insert(Authorisation given, PersonId recorder, Instant now) {
        return database.sql("""
                        insert into showcase.authorisation (id, project_id, member_id, purpose, surname, giver, given_on,
                            valid_until, recorded_by, recorded_at)
                        values (:id, :project, :member, :purpose, :surname, :giver, :givenOn, :until, :recorder, :now)
                        on conflict (id) do nothing""")
                        .param("id", given.id())
                        .param("project", given.project().value())
                        .param("member", given.member())
                        .param("purpose", given.purpose().name())
                        .param("surname", given.surname())
                        .param("giver", given.giver().name())
                        .param("givenOn", given.givenOn())
                        .param("until", given.until())
                        .param("recorder", recorder.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Authorisation> find(UUID id) {
        return database.sql("select * from showcase.authorisation where id = :id")
                .param("id", id)
                .query((row, _) -> authorisation(row))
                .optional();
    }

    /// The latest given first.
    List<Authorisation> ofProject(ProjectId project) {
        return database.sql("""
                        select * from showcase.authorisation where project_id = :project
                        order by given_on desc, recorded_at desc""")
                .param("project", project.value())
                .query((row, _) -> authorisation(row))
                .list();
    }

    List<Authorisation> ofProjects(List<ProjectId> projects) {
        return database.sql("select * from showcase.authorisation where project_id = any(:projects)")
                .param("projects", projects.stream().map(ProjectId::value).toArray(UUID[]::new))
                .query((row, _) -> authorisation(row))
                .list();
    }

    /// Ends it, and forgets the surname with it; false when it was withdrawn before.
    boolean withdraw(UUID id, Authorisation.Withdrawer by, Instant now) {
        return database.sql("""
                        update showcase.authorisation set withdrawn_at = :now, withdrawn_by = :by, surname = null
                        where id = :id and withdrawn_at is null""")
                        .param("id", id)
                        .param("by", by.name())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// Some of those that end between `today` and `soon`, which nobody was told yet, and marks them told.
    List<Authorisation> takeEnding(LocalDate today, LocalDate soon, Instant now) {
        return database.sql("""
                        update showcase.authorisation set reminded_at = :now
                        where id in (
                            select id from showcase.authorisation
                            where withdrawn_at is null and reminded_at is null
                              and valid_until between :today and :soon
                            order by id limit 50 for update skip locked)
                        returning *""")
                .param("today", today)
                .param("soon", soon)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> authorisation(row))
                .list();
    }

    int due(Instant aMonthAgo) {
        return database.sql("select count(*) " + DUE)
                .param("aMonthAgo", aMonthAgo.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    int forget(Instant aMonthAgo, int most) {
        // The day something ended stays the day its page changed, for feeds.
        return database.sql("""
                        with gone as (
                            delete from showcase.authorisation where id in (select id %s limit :most)
                            returning project_id, withdrawn_at, valid_until),
                        touched as (
                            update showcase.listing
                            set updated_at = greatest(updated_at, (
                                select max((valid_until + 1)::timestamp at time zone 'Europe/Paris') from gone
                                where gone.project_id = listing.project_id and withdrawn_at is null))
                            where project_id in (select project_id from gone))
                        select count(*) from gone""".formatted(DUE))
                .param("aMonthAgo", aMonthAgo.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    private static Authorisation authorisation(ResultSet row) throws SQLException {
        return new Authorisation(
                row.getObject("id", UUID.class),
                new ProjectId(row.getObject("project_id", UUID.class)),
                row.getObject("member_id", UUID.class),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("surname"),
                Giver.valueOf(row.getString("giver")),
                row.getObject("given_on", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                ProjectRepository.instant(row, "withdrawn_at"),
                withdrawer(row.getString("withdrawn_by")));
    }

    private static Authorisation.@Nullable Withdrawer withdrawer(@Nullable String name) {
        return name == null ? null : Authorisation.Withdrawer.valueOf(name);
    }
}
