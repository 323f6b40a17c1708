package fr.preau.registration;

import fr.preau.event.SessionId;
import fr.preau.web.Network;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Networks as they are kept: 128 bits of a digest keyed with a secret of the database. One network has another digest
/// in each session, so that they tell nothing of who goes where.
@Component
class Networks {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 22;

    private final AtomicReference<@Nullable SecretKeySpec> secret = new AtomicReference<>();
    private final JdbcClient jdbc;

    Networks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Null for what comes from nowhere: the demonstration, an import.
    @Nullable
    String digest(@Nullable Network network, SessionId session) {
        return network == null ? null : digest("%s %s".formatted(session.value(), network.value()));
    }

    private String digest(String words) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret());
            var whole = mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole).substring(0, LENGTH);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private SecretKeySpec secret() {
        var known = secret.get();
        if (known == null) {
            known = new SecretKeySpec(drawn(), ALGORITHM);
            secret.set(known);
        }
        return known;
    }

    /// Two nodes that draw at once keep what the first wrote.
    private byte[] drawn() {
        var fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        jdbc.sql("insert into registration.network_secret (secret) values (?) on conflict do nothing")
                .param(fresh)
                .update();
        return jdbc.sql("select secret from registration.network_secret")
                .query(byte[].class)
                .single();
    }
}
