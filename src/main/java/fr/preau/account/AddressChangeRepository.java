package fr.preau.account;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AddressChangeRepository {
    private final JdbcClient sql;

    AddressChangeRepository(JdbcClient sql) {
        this.sql = sql;
    }

    /// An address that waits for its reader to say yes.
    record Asked(PersonId person, MailAddress mail) {}

    /// The last one asked is the only one that can be confirmed.
    void replace(Asked asked, SecretKey key, Instant until) {
        forget(asked.person());
        sql.sql("""
                        insert into account.address_change (hash, person_id, mail, expires_at)
                        values (:hash, :person, :mail, :until)
                        """)
                .param("hash", key.hash())
                .param("person", asked.person().value())
                .param("mail", asked.mail().value())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Asked> find(String key, Instant now) {
        return sql.sql("select person_id, mail from account.address_change where hash = :hash and expires_at > :now")
                .param("hash", SecretKey.hash(key))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Asked(
                        new PersonId(row.getObject("person_id", UUID.class)), new MailAddress(row.getString("mail"))))
                .optional();
    }

    void forget(PersonId person) {
        sql.sql("delete from account.address_change where person_id = :person")
                .param("person", person.value())
                .update();
    }
}
