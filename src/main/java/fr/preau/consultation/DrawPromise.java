package fr.preau.consultation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// What people were promised of the draw when a session opened, and what of it may still change: nobody must be
/// able to choose the lottery, nor to end the wishes once some are known. The end of the wishes stays as it was
/// announced. Until it, another public value may be announced, at a later moment; afterwards nothing moves.
final class DrawPromise {
    private static final String OVER = "La fin annoncée des vœux est passée : le tirage ne change plus.";

    private final Session before;
    private final Session after;
    private final Map<String, String> broken = new LinkedHashMap<>();

    private DrawPromise(Session before, Session after) {
        this.before = before;
        this.after = after;
    }

    /// What a change would break, by field of the form; empty when it keeps the promise.
    static Map<String, String> broken(Session before, Session after, Instant now) {
        var promise = new DrawPromise(before, after);
        if (before.state() != Session.State.DRAFT) {
            promise.checkWishes();
            promise.checkDraw(now);
        }
        return promise.broken;
    }

    /// Whether something else is announced, that everyone must be told.
    static boolean changes(Session before, Session after) {
        return before.state() != Session.State.DRAFT
                && (!sameValue(before, after)
                        || !before.drawing().fallback().equals(after.drawing().fallback()));
    }

    private void checkWishes() {
        if (after.joining().wishes() != before.joining().wishes()) {
            broken.put("voeux", "Le nombre de vœux ne change plus après l'ouverture.");
        }
        if (!after.joining().closesAt().equals(before.joining().closesAt())) {
            broken.put("ferme", "La fin des vœux ne change plus après l'ouverture : chacun compte dessus.");
        }
    }

    private void checkDraw(Instant now) {
        var over = before.state() != Session.State.OPEN || before.isToCloseAt(now);
        if (over && !sameValue(before, after)) {
            broken.put(sameSource() ? "connue" : "source", OVER);
        } else if (sameSource() != sameMoment()) {
            broken.put(
                    sameSource() ? "source" : "connue",
                    "Une autre valeur se connaît à un autre moment, plus tard : changez les deux ensemble.");
        } else if (after.drawing().at().isBefore(before.drawing().at())) {
            broken.put("connue", "Le moment du tirage ne peut être que plus tard que celui qui est annoncé.");
        }
        checkFallback(over);
    }

    /// One that was never announced may be, while nobody can know the value.
    private void checkFallback(boolean over) {
        var was = before.drawing().fallback();
        if (!after.drawing().fallback().equals(was) && (over || !was.isEmpty())) {
            broken.put("secours", over ? OVER : "Ce qui remplace la valeur ne change plus après l'ouverture.");
        }
    }

    private static boolean sameValue(Session before, Session after) {
        var promise = new DrawPromise(before, after);
        return promise.sameSource() && promise.sameMoment();
    }

    private boolean sameSource() {
        return after.drawing().source().equals(before.drawing().source());
    }

    private boolean sameMoment() {
        return after.drawing().at().equals(before.drawing().at());
    }
}
