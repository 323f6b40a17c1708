package fr.preau.attendance;

import java.security.SecureRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What signs tickets: kept with the registrations it speaks of, so that a restored backup still reads the tickets it
/// holds.
@Repository
class SigningKeyRepository {
    private static final int BYTES = 32;

    private final JdbcClient jdbc;

    SigningKeyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Drawn by whoever asks first; the others, on other servers too, get the same.
    byte[] secret() {
        var drawn = new byte[BYTES];
        new SecureRandom().nextBytes(drawn);
        jdbc.sql("insert into attendance.signing_key (secret) values (?) on conflict do nothing")
                .param(drawn)
                .update();
        return jdbc.sql("select secret from attendance.signing_key")
                .query((row, _) -> row.getBytes("secret"))
                .single();
    }
}
