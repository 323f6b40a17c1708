package fr.preau.account;

import java.time.Instant;
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
        return sql.sql("select id, mail, name from account.person where id = :id")
                .param("id", id.value())
                .query(PERSON)
                .optional();
    }

    List<Person> find(Collection<PersonId> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.sql("select id, mail, name from account.person where id in (:ids)")
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
                        insert into account.person (id, mail, created_at) values (:id, :mail, :now)
                        on conflict (mail) do nothing
                        """)
                .param("id", UUID.randomUUID())
                .param("mail", mail.value())
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
        return sql.sql("select id, mail, name from account.person where fictional order by created_at, name")
                .query(PERSON)
                .list();
    }
}
