package fr.preau.database;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Modulith's publication registry, as far as it says who is at what.
@Repository
class NewsRepository {
    /// For a process that never said it lives: one of the version before, during an upgrade.
    private static final Duration UNKNOWN = Duration.ofMinutes(5);

    private final JdbcClient db;

    NewsRepository(JdbcClient db) {
        this.db = db;
    }

    /// What a process that lives no more published, or was at, counts as failed.
    void failWhatTheDeadLeft() {
        db.sql("""
                update news.event_publication set status = 'FAILED'
                where completion_date is null and status in ('PUBLISHED', 'PROCESSING', 'RESUBMITTED')
                    and case when exists (select from timetable.process where name = process)
                        then not exists (select from timetable.process
                            where name = process and seen_at > now() - make_interval(secs => :dead))
                        else greatest(publication_date, last_resubmission_date) < now() - make_interval(secs => :unknown)
                    end
                """)
                .param("dead", Timetable.DEAD_AFTER.toSeconds())
                .param("unknown", UNKNOWN.toSeconds())
                .update();
    }
}
