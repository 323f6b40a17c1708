package fr.preau.showcase;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `showcase.member`: the only place where a pupil's first name is. A row never changes: another name is another pupil,
/// so that no authorisation passes from one to the other.
@Repository
class MemberRepository {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{27}");
    private static final RowMapper<Member> MEMBER = (row, _) -> new Member(
            row.getObject("id", UUID.class),
            new ProjectId(row.getObject("project_id", UUID.class)),
            row.getString("name"),
            row.getString("key"));
    /// Named no longer than promised, or written by mistake: in no version, and allowing nothing.
    private static final String DUE = """
            from showcase.member join showcase.project on project.id = member.project_id
            where not exists (select from showcase.authorisation where member_id = member.id)
              and (project.names_until < :today
                   or project.state = 'WITHDRAWN' and project.written_at < :aMonthAgo
                   or member.added_at < :aMonthAgo
                      and not jsonb_exists(project.content -> 'team', member.id::text)
                      and not exists (select from showcase.listing where listing.project_id = project.id
                                      and jsonb_exists(listing.content -> 'team', member.id::text)))
            """;

    private final JdbcClient database;

    MemberRepository(JdbcClient database) {
        this.database = database;
    }

    Member add(ProjectId project, String name, Instant now) {
        var member = new Member(UUID.randomUUID(), project, name, freshKey());
        database.sql("""
                        insert into showcase.member (id, project_id, name, key, added_at)
                        values (:id, :project, :name, :key, :now)""")
                .param("id", member.id())
                .param("project", project.value())
                .param("name", name)
                .param("key", member.key())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return member;
    }

    /// By id; those forgotten are absent.
    Map<UUID, Member> find(Collection<UUID> ids) {
        return database
                .sql("select * from showcase.member where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(MEMBER)
                .list()
                .stream()
                .collect(Collectors.toMap(Member::id, Function.identity()));
    }

    /// All that a project ever had, in the order they came.
    List<Member> ofProject(ProjectId project) {
        return database.sql("select * from showcase.member where project_id = :project order by added_at, name")
                .param("project", project.value())
                .query(MEMBER)
                .list();
    }

    /// A forged address is turned away before the database is asked.
    Optional<Member> findByKey(String key) {
        return KEY.matcher(key).matches()
                ? database.sql("select * from showcase.member where key = :key")
                        .param("key", key)
                        .query(MEMBER)
                        .optional()
                : Optional.empty();
    }

    int due(LocalDate today, Instant aMonthAgo) {
        return database.sql("select count(*) " + DUE)
                .param("today", today)
                .param("aMonthAgo", aMonthAgo.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    int forget(LocalDate today, Instant aMonthAgo, int most) {
        return database.sql("delete from showcase.member where id in (select member.id " + DUE + " limit :most)")
                .param("today", today)
                .param("aMonthAgo", aMonthAgo.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }

    private static String freshKey() {
        var bits = new byte[20];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
