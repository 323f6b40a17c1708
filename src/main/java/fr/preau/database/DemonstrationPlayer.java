package fr.preau.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Plays the demonstration before the first page is served: on the first start, and again when the week it was made for
/// is over, so that whoever opens it finds registrations open. Interrupted, it starts again: each part
/// is one transaction, or may be played twice. Of two servers started at once, one plays and the other waits.
@Component
@Profile("demonstration")
class DemonstrationPlayer implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(DemonstrationPlayer.class);
    private static final int BEFORE_THE_WEB_SERVER = SmartLifecycle.DEFAULT_PHASE - 4096;

    /// The name of the lock, in PostgreSQL's one list of them: « démo » said in hexadecimal.
    private static final long TURN = 0x64_e9_6d_6fL;

    private final List<Demonstration> parts;
    private final DataSource database;
    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile boolean running;

    DemonstrationPlayer(List<Demonstration> parts, DataSource database, JdbcClient jdbc, Clock clock) {
        this.parts = parts;
        this.database = database;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        try (var turn = database.getConnection()) {
            call(turn, "select pg_advisory_lock(%d)".formatted(TURN));
            try {
                playWhatIsDue();
            } finally {
                call(turn, "select pg_advisory_unlock(%d)".formatted(TURN));
            }
        } catch (SQLException problem) {
            throw new DataAccessResourceFailureException("the demonstration cannot be played", problem);
        }
    }

    private static void call(Connection turn, String lock) throws SQLException {
        try (var statement = turn.createStatement()) {
            statement.execute(lock);
        }
    }

    private void playWhatIsDue() {
        var today = LocalDate.now(clock);
        var shown = jdbc.sql("select max(week) from timetable.demonstration")
                .query(LocalDate.class)
                .optional();
        if (shown.isEmpty() || shown.get().plusDays(5).isBefore(today)) {
            play(today.plusDays(10).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)));
        }
    }

    private void play(LocalDate monday) {
        log.info("playing the demonstration for the week of {}", monday);
        parts.forEach(part -> part.play(monday));
        jdbc.sql("insert into timetable.demonstration (week) values (?)")
                .param(monday)
                .update();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB_SERVER;
    }
}
