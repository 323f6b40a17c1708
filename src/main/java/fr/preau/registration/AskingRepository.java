package fr.preau.registration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who asked, only to count how often: digests, forgotten after an hour.
@Repository
class AskingRepository {
    private static final Duration WINDOW = Duration.ofHours(1);

    private final JdbcClient jdbc;

    AskingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How many times in the last hour, this one included.
    int add(String who, Instant now) {
        var digest = digest(who);
        jdbc.sql("delete from registration.asking where asked_at < ?")
                .param(Timestamp.from(now.minus(WINDOW)))
                .update();
        jdbc.sql("insert into registration.asking (who, asked_at) values (?, ?)")
                .param(digest)
                .param(Timestamp.from(now))
                .update();
        return jdbc.sql("select count(*)::int from registration.asking where who = ?")
                .param(digest)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /// Whether nothing was let through in the last hour; then this is. What was not does not count: whoever asks again
    /// and again is answered once an hour, not never.
    boolean first(String who, Instant now) {
        var digest = digest(who);
        var since = Timestamp.from(now.minus(WINDOW));
        return jdbc.sql("""
                        insert into registration.asking (who, asked_at)
                        select ?, ? where not exists (
                            select from registration.asking where who = ? and asked_at >= ?)
                        """).params(digest, Timestamp.from(now), digest, since).update() == 1;
    }

    void forget(String who) {
        jdbc.sql("delete from registration.asking where who = ?")
                .param(digest(who))
                .update();
    }

    private static byte[] digest(String who) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(who.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
