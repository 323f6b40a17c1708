package fr.preau.account;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SignInLinkRepository {
    private final JdbcClient sql;

    SignInLinkRepository(JdbcClient sql) {
        this.sql = sql;
    }

    void add(SignInLink link) {
        sql.sql("""
                        insert into account.sign_in_link (hash, mail, destination, expires_at)
                        values (:hash, :mail, :destination, :expires)
                        """)
                .param("hash", SecretKey.hash(link.tokenValue()))
                .param("mail", link.mail().value())
                .param("destination", link.destination())
                .param("expires", link.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<SignInLink> find(String token, Instant now) {
        return read("""
                select mail, destination, expires_at from account.sign_in_link
                where hash = :hash and expires_at > :now
                """, token, now);
    }

    /// Found and gone in one statement: of two clicks at once, one finds it.
    Optional<SignInLink> take(String token, Instant now) {
        return read("""
                delete from account.sign_in_link where hash = :hash and expires_at > :now
                returning mail, destination, expires_at
                """, token, now);
    }

    private Optional<SignInLink> read(String statement, String token, Instant now) {
        return sql.sql(statement)
                .param("hash", SecretKey.hash(token))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new SignInLink(
                        token,
                        new MailAddress(row.getString("mail")),
                        row.getString("destination"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .optional();
    }
}
