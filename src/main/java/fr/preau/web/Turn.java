package fr.preau.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// A request's place among those worked on ([Admission]), given back for a while when it does something long that asks
/// nothing of the database: receiving a large file, decoding an image. Others are served meanwhile.
final class Turn {
    private static final String HELD = Turn.class.getName();

    /// The place did not come back in time: told as [AdmissionFilter] tells everyone (429).
    static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1;

        Lost() {
            super("no place among those worked on", null, false, false);
        }
    }

    private final Budget budget;
    private boolean held;

    private Turn(Budget budget) {
        this.budget = budget;
    }

    /// Null when nobody may enter any more.
    static @Nullable Turn enter(Budget budget, HttpServletRequest request) {
        var turn = new Turn(budget);
        if (!turn.enter()) {
            return null;
        }
        request.setAttribute(HELD, turn);
        return turn;
    }

    void leave() {
        if (held) {
            held = false;
            budget.leave();
        }
    }

    /// Does it without holding the present request's place, when there is one.
    static void aside(Runnable work) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes present) {
            without(present.getRequest(), work);
        } else {
            work.run();
        }
    }

    /// Does it without holding this request's place.
    static void without(HttpServletRequest request, Runnable work) {
        if (request.getAttribute(HELD) instanceof Turn turn) {
            turn.leave();
            work.run();
            if (!turn.enter()) {
                throw new Lost();
            }
        } else {
            work.run();
        }
    }

    static boolean isLost(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof Lost) {
                return true;
            }
        }
        return false;
    }

    private boolean enter() {
        try {
            held = budget.enter();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return held;
    }
}
