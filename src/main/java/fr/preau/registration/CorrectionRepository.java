package fr.preau.registration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Corrections of who a registration names.
@Repository
class CorrectionRepository {
    private final JdbcClient jdbc;

    CorrectionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An address that waits for its reader to say yes.
    record Asked(RegistrationId registration, String mail) {}

    void rename(RegistrationId id, String firstName) {
        jdbc.sql("update registration.registration set first_name = ? where id = ? and purged_at is null")
                .param(firstName)
                .param(id.value())
                .update();
    }

    /// The link changes with the address: whoever received the first one by mistake opens nothing any more.
    void move(RegistrationId id, String mail, String key) {
        jdbc.sql("update registration.registration set mail = ?, key = ? where id = ? and purged_at is null")
                .param(mail)
                .param(key)
                .param(id.value())
                .update();
    }

    /// The last one asked is the only one that can be confirmed.
    void ask(Asked asked, String secret, Instant until) {
        forget(asked.registration());
        jdbc.sql("""
                        insert into registration.address_change (hash, registration_id, mail, expires_at)
                        values (?, ?, ?, ?)
                        """)
                .param(hash(secret))
                .param(asked.registration().value())
                .param(asked.mail())
                .param(until.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Asked> asked(String secret, Instant now) {
        return jdbc.sql("""
                        select registration_id, mail from registration.address_change
                        where hash = ? and expires_at > ?
                        """)
                .param(hash(secret))
                .param(now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Asked(
                        new RegistrationId(row.getObject("registration_id", UUID.class)), row.getString("mail")))
                .optional();
    }

    void forget(RegistrationId id) {
        jdbc.sql("delete from registration.address_change where registration_id = ?")
                .param(id.value())
                .update();
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
