package fr.preau.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PersonRepository {
    private static final RowMapper<Person> PERSON = (row, _) ->
            new Person(new PersonId(row.getObject("id", UUID.class)), row.getString("mail"), row.getString("name"));

    private final JdbcClient sql;

    PersonRepository(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Person> find(PersonId id) {
        return sql.sql("select id, mail, name from account.person where id = :id and removed_at is null")
                .param("id", id.value())
                .query(PERSON)
                .optional();
    }

    List<Person> find(Collection<PersonId> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.sql("select id, mail, name from account.person where id in (:ids) and removed_at is null")
                        .param("ids", ids.stream().map(PersonId::value).toList())
                        .query(PERSON)
                        .list();
    }

    Optional<Person> find(MailAddress mail) {
        return sql.sql("select id, mail, name from account.person where mail = :mail")
                .param("mail", mail.value())
                .query(PERSON)
                .optional();
    }

    /// Two first sign-ins at once make one person.
    void add(MailAddress mail, Instant now) {
        sql.sql("""
                        insert into account.person (id, mail, created_at, last_seen)
                        values (:id, :mail, :now, :today)
                        on conflict (mail) do nothing
                        """)
                .param("id", UUID.randomUUID())
                .param("mail", mail.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("today", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    /// Someone signed in: the day is kept, and a warning is taken back.
    void see(PersonId id, LocalDate today) {
        sql.sql("""
                        update account.person set last_seen = :today, warned_on = null
                        where id = :id and removed_at is null and (last_seen < :today or warned_on is not null)
                        """).param("id", id.value()).param("today", today).update();
    }

    void move(PersonId id, MailAddress mail) {
        sql.sql("update account.person set mail = :mail where id = :id and removed_at is null")
                .param("id", id.value())
                .param("mail", mail.value())
                .update();
    }

    /// The row stays, empty: others point at it.
    void remove(PersonId id, Instant now) {
        sql.sql("""
                        update account.person
                        set mail = null, name = '', warned_on = null, fictional = false, removed_at = :now
                        where id = :id
                        """)
                .param("id", id.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void rename(PersonId id, String name) {
        sql.sql("update account.person set name = :name where id = :id")
                .param("name", name)
                .param("id", id.value())
                .update();
    }

    void markFictional(PersonId id) {
        sql.sql("update account.person set fictional = true where id = :id")
                .param("id", id.value())
                .update();
    }

    List<Person> fictional() {
        return sql.sql(
                        "select id, mail, name from account.person where fictional and removed_at is null order by created_at, name")
                .query(PERSON)
                .list();
    }
}
