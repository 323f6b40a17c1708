package fr.preau.database;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.Waiter;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/// The scheduler of this process, and what makes a crash short. A task's holder says every second that it lives, from a
/// thread of its own; silent for [#DEAD_AFTER], its task goes to whoever looks next, eleven seconds after a `kill -9`
/// at most. All moments are the database's. Whatever a clock set wrong wrote far ahead is brought back.
final class Timetable implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Timetable.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);
    private static final int MISSED = 8;
    static final Duration DEAD_AFTER = HEARTBEAT.multipliedBy(MISSED);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    private final TimetableRepository rows;
    private final MeasuredClock clock;
    private final List<RecurringTask<?>> tasks;
    private final Scheduler scheduler;
    private volatile boolean running;

    /// As many threads as tasks: a night that takes hours keeps nothing else from its hour.
    Timetable(DataSource database, TimetableRepository rows, MeasuredClock clock, List<RecurringTask<?>> tasks) {
        this.rows = rows;
        this.clock = clock;
        this.tasks = List.copyOf(tasks);
        this.scheduler = new Builder(database, clock::now)
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
                .tableName("timetable.scheduled_tasks")
                .schedulerName(new SchedulerName.Fixed("preau-" + UUID.randomUUID()))
                .startTasks(this.tasks)
                .threads(Math.max(1, this.tasks.size()))
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED)
                .shutdownMaxWait(LAST_WORDS)
                .build();
        scheduler.registerSchedulerListener(new Round());
    }

    @Override
    public void start() {
        rows.beat();
        scheduler.start();
        running = true;
    }

    @Override
    public void stop() {
        scheduler.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Each time the dead are looked for, which is every two heartbeats.
    private final class Round extends AbstractSchedulerListener {
        @Override
        public void onSchedulerEvent(SchedulerEventType event) {
            if (event == SchedulerEventType.RAN_DETECT_DEAD) {
                bringBack();
            }
        }
    }

    void bringBack() {
        try {
            rows.beat();
            rows.bringHeartbeatsBack(clock.now());
            tasks.forEach(this::bringBack);
        } catch (DataAccessException away) {
            log.debug("the timetable was not looked over: {}", away.getClass().getSimpleName());
        }
    }

    /// What a start does for each task: it is never further ahead than its own period allows.
    private void bringBack(RecurringTask<?> task) {
        try {
            task.onStartup(scheduler, clock::now);
        } catch (DbSchedulerException | SQLRuntimeException meanwhile) {
            log.debug("task {} was being written", task.getName());
        }
    }

    /// The library lets its clock be chosen in a subclass only. It waits by the machine's steady counter: a clock put
    /// back by two hours must not make a second last as long.
    private static final class Builder extends SchedulerBuilder {
        Builder(DataSource database, Clock clock) {
            super(database, List.of());
            this.clock = clock;
            this.waiter = new Waiter(POLL, () -> Instant.EPOCH.plusNanos(System.nanoTime()));
        }
    }
}
