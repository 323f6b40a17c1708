package fr.preau.registration;

import fr.preau.event.SessionId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What came from a network lately: digests, forgotten after an hour.
@Repository
class RationRepository {
    static final Duration WINDOW = Duration.ofHours(1);

    /// One round trip, outside the registration's transaction: all who stand behind one network wait for this row as
    /// long as it takes to write it, not to register. Nor does it wait for the disk: a count lost in a crash harms
    /// nobody.
    private static final String ADD = """
            insert into registration.ration as r (bucket, started_at, forms)
            select ?, ?, 1 from (select set_config('synchronous_commit', 'off', true)) as quick
            on conflict (bucket) do update set
                forms = case when r.started_at <= ? then 1 else least(r.forms, 1000000) + 1 end,
                started_at = case when r.started_at <= ? then excluded.started_at else r.started_at end
            returning forms, started_at, (
                select array[coalesce(sum(seats), 0), coalesce(sum(seats) filter (where kind = 'ADULT'), 0)]::int[]
                from (
                    select seats, kind from registration.registration
                    where session_id = ? and network = ? and cancelled_at is null and kind <> 'CLASS'
                    union all
                    select seats, kind from registration.waiting
                    where session_id = ? and network = ? and ended_at is null and kind <> 'CLASS') as taken) as seats
            """;

    private final JdbcClient jdbc;

    RationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Forms sent in the hour that ends at `until`, this one included; seats of the session, those of families among
    /// them, before this form.
    record Taken(int forms, Instant until, int seats, int familySeats) {}

    /// `digest` is the network's in this session.
    Taken add(String network, SessionId session, String digest, Instant now) {
        var oldest = Timestamp.from(now.minus(WINDOW));
        return jdbc.sql(ADD)
                .params(hash(network), Timestamp.from(now), oldest, oldest)
                .params(session.value(), digest, session.value(), digest)
                .query((row, _) -> {
                    var seats = (Integer[]) row.getArray("seats").getArray();
                    var started = row.getTimestamp("started_at").toInstant();
                    return new Taken(row.getInt("forms"), started.plus(WINDOW), seats[0], seats[1]);
                })
                .single();
    }

    private static byte[] hash(String network) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(network.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
