package fr.preau.account;

import fr.preau.web.Pager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The audit journal, only ever added to: the database refuses the rest.
@Repository
class JournalRepository {
    private static final String MATCHING = """
            from account.journal_line
            where (:person = '' or actor_mail like :person or subject_mail like :person)
              and (:about = '' or position(public.plain(:about) in public.plain(about)) > 0)
              and (:matter = '' or matter = :matter)
              and (:role = '' or role = :role)
              and (:action = '' or action = :action)
            """;

    private final JdbcClient sql;

    JournalRepository(JdbcClient sql) {
        this.sql = sql;
    }

    /// What to look for: part of an address, part of what the act is about, roles or other acts, a role, what was done
    /// with it; empty for any.
    record Filter(String person, String about, String matter, String role, String action) {
        String personPattern() {
            return person.isEmpty() ? "" : "%" + person.replaceAll("[%_\\\\]", "\\\\$0") + "%";
        }
    }

    void add(JournalEntry entry) {
        var row = RoleRow.of(entry.role());
        sql.sql("""
                        insert into account.journal
                            (at, action, role, place, place_name, actor_id, actor_mail, subject_id, subject_mail)
                        values (:at, :action, :role, :place, :placeName, :actor, :actorMail, :subject, :subjectMail)
                        """)
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("action", entry.action().name())
                .param("role", row.role())
                .param("place", row.place())
                .param("placeName", entry.place())
                .param("actor", uuid(entry.actor().id()))
                .param("actorMail", entry.actor().mail())
                .param("subject", uuid(entry.subject().id()))
                .param("subjectMail", entry.subject().mail())
                .update();
    }

    long count(Filter filter) {
        return matching("select count(*) " + MATCHING, filter).query(Long.class).single();
    }

    List<JournalEntry.Line> page(Filter filter, int number) {
        return matching("select * " + MATCHING + " order by at desc, matter, id desc limit 20 offset :offset", filter)
                .param("offset", Pager.offset(number))
                .query((row, _) -> line(row))
                .list();
    }

    private static JournalEntry.Line line(ResultSet row) throws SQLException {
        var at = row.getObject("at", OffsetDateTime.class).toInstant();
        var actor = row.getString("actor_mail");
        if (row.getString("matter").equals("ACT")) {
            return new JournalEntry.Line(
                    at, actor, row.getString("act"), row.getString("about"), row.getString("reason"));
        }
        return new JournalEntry.Line(
                at,
                actor,
                JournalEntry.Action.valueOf(row.getString("action")).french(),
                JournalEntry.role(row.getString("role"), row.getString("place_name"), row.getString("subject_mail")),
                "");
    }

    private JdbcClient.StatementSpec matching(String statement, Filter filter) {
        return sql.sql(statement)
                .param("person", filter.personPattern())
                .param("about", filter.about())
                .param("matter", filter.matter())
                .param("role", filter.role())
                .param("action", filter.action());
    }

    private static @Nullable UUID uuid(@Nullable PersonId id) {
        return id == null ? null : id.value();
    }
}
