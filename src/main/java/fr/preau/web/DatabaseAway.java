package fr.preau.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.TransactionSystemException;

/// Tells a database that is away, or has no connection left, from everything else that can go wrong: nothing was
/// written, and the same request will be answered a little later.
final class DatabaseAway {
    private static final Logger log = LoggerFactory.getLogger(DatabaseAway.class);

    /// PostgreSQL's classes: connection, too many of something, stopped by an operator, deadlock, lock not had.
    private static final Pattern STATES = Pattern.compile("08...|53...|57P..|57014|40...|55P03");

    private static final long SILENCE_NANOS = 10_000_000_000L;
    private static final AtomicLong LAST_SAID = new AtomicLong(System.nanoTime() - SILENCE_NANOS);

    private DatabaseAway() {}

    static boolean causes(@Nullable Throwable problem) {
        for (var cause = problem; cause != null; cause = cause.getCause()) {
            if ((cause instanceof SQLException refused && isAway(refused))
                    || (cause instanceof TransactionSystemException undone
                            && causes(undone.getApplicationException()))) {
                return true;
            }
        }
        return false;
    }

    /// One line every ten seconds at most: an outage must not fill the disk with its own description.
    static void log(Throwable problem) {
        var now = System.nanoTime();
        var last = LAST_SAID.get();
        if (now - last >= SILENCE_NANOS && LAST_SAID.compareAndSet(last, now)) {
            var cause = root(problem);
            log.warn("{}, requests are told to come back: {}", reason(cause), described(cause));
        }
    }

    /// The pool gives no state to what it says itself: that a connection never came, or was closed meanwhile.
    private static boolean isAway(SQLException refused) {
        var state = refused.getSQLState();
        return refused instanceof SQLTransientConnectionException
                || (state == null
                        ? "Connection is closed".equals(refused.getMessage())
                        : STATES.matcher(state).matches());
    }

    /// In plain words what to look at first, told from PostgreSQL's state.
    static String reason(Throwable problem) {
        var state =
                problem instanceof SQLException refused && refused.getSQLState() != null ? refused.getSQLState() : "";
        return switch (state) {
            case "53100" -> "the disk of the database is full";
            case "53200" -> "the database has no memory left";
            case "53300" -> "the database has no connection left for this node";
            case "57014" -> "the database stopped a request that took too long";
            case "57P01", "57P02", "57P03" -> "the database is stopping or starting";
            default -> otherwise(problem, state);
        };
    }

    private static String otherwise(Throwable problem, String state) {
        if (state.startsWith("40") || state.equals("55P03")) {
            return "requests wait for each other in the database";
        }
        return problem instanceof SQLTransientConnectionException && state.isEmpty()
                ? "no connection to the database came free in time, or it is away"
                : "the database is away";
    }

    private static Throwable root(Throwable problem) {
        var cause = problem;
        while (cause.getCause() != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        return cause;
    }

    /// Its class and state, never its words.
    private static String described(Throwable cause) {
        return cause instanceof SQLException refused
                ? "%s %s".formatted(cause.getClass().getSimpleName(), refused.getSQLState())
                : cause.getClass().getSimpleName();
    }
}
