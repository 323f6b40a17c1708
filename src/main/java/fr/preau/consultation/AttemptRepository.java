package fr.preau.consultation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who registers, only to count how often: digests, forgotten after an hour.
@Repository
class AttemptRepository {
    private static final Duration WINDOW = Duration.ofHours(1);

    private final JdbcClient jdbc;

    AttemptRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How many times in the last hour, this one included.
    int add(String who, Instant now) {
        var bucket = Sha256.of(who);
        jdbc.sql("insert into consultation.attempt (bucket, at) values (?, ?)")
                .params(bucket, now.atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("select count(*)::int from consultation.attempt where bucket = ? and at > ?")
                .params(bucket, now.minus(WINDOW).atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    int countOver(Instant now) {
        return jdbc.sql("select count(*)::int from consultation.attempt where at < ?")
                .param(now.minus(WINDOW).atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    int forget(Instant now, int most) {
        return jdbc.sql("""
                        delete from consultation.attempt where ctid = any(array(
                            select ctid from consultation.attempt where at < ? limit ? for update skip locked))
                        """)
                .params(now.minus(WINDOW).atOffset(ZoneOffset.UTC), most)
                .update();
    }
}
