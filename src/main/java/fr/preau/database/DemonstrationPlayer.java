package fr.preau.database;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Plays the demonstration before the first page is served: on the first start, and again when the week it was made for
/// is over, so that whoever opens it finds registrations open. Interrupted, it starts again: each part
/// is one transaction, or may be played twice.
@Component
@Profile("demonstration")
class DemonstrationPlayer implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(DemonstrationPlayer.class);
    private static final int BEFORE_THE_WEB_SERVER = SmartLifecycle.DEFAULT_PHASE - 4096;

    private final List<Demonstration> parts;
    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile boolean running;

    DemonstrationPlayer(List<Demonstration> parts, JdbcClient jdbc, Clock clock) {
        this.parts = parts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
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
