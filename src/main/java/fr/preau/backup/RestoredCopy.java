package fr.preau.backup;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Whether this installation came out of a backup and is still held: a rehearsal, or the copy of a platform that still
/// runs elsewhere, must write to nobody until somebody says that it has taken its place.
@Service
public class RestoredCopy {
    private final JdbcClient jdbc;
    private final Clock clock;

    RestoredCopy(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// The restoration that still holds letters back: when it was done, and of what moment.
    public record Held(Instant restoredAt, Instant backupAt) {}

    public Optional<Held> held() {
        return jdbc.sql("select restored_at, backup_at from timetable.restored where released_at is null")
                .query((row, _) -> new Held(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .optional();
    }

    /// From then on letters leave; false when nothing held them any more.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean release() {
        return jdbc.sql("update timetable.restored set released_at = :now where released_at is null")
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
