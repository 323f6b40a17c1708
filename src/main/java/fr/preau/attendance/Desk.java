package fr.preau.attendance;

import fr.preau.event.Format;
import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The door of one session, as it stands at `now`: who may still be welcomed, corrected, or not any more.
///
/// It opens the day of the session, on the event's own clocks. Its list is closed once the session is over, by the
/// organiser within `delay`, otherwise by nobody; for as long again it may be corrected, then it is final.
record Desk(
        PublishedEvent event,
        PublishedSession session,
        @Nullable Closing closing,
        Duration delay,
        Instant now) {
    String path() {
        return "/espace/evenements/%s/seances/%s/accueil"
                .formatted(event.id().value(), session.id().value());
    }

    boolean isToday() {
        return !now.isBefore(opens());
    }

    boolean isOver() {
        return !now.isBefore(session.end().toInstant());
    }

    boolean isClosed() {
        return closing != null;
    }

    boolean isFinal() {
        return closing != null && now.isAfter(correctedUntil());
    }

    /// Why nobody can be welcomed here, or null when they can.
    @Nullable
    String refusal() {
        if (event.cancelled() || session.cancelled()) {
            return "Cette séance est annulée : il n'y a personne à accueillir.";
        }
        if (!isToday()) {
            return "L'accueil ouvre le jour de la séance.";
        }
        return isFinal() ? "L'appel de cette séance est définitif : il ne se corrige plus." : null;
    }

    /// Why people who are not registered cannot be counted, or null when they can.
    @Nullable
    String walkInRefusal() {
        if (doorRefusal() != null) {
            return doorRefusal();
        }
        return isOver() ? "La séance est finie : il n'y a plus de place à prendre." : null;
    }

    /// The same for those who entered already.
    @Nullable
    String doorRefusal() {
        return event.format() == Format.AT_SCHOOL || event.format() == Format.ONLINE
                ? "Cette séance n'a pas de porte : personne n'y vient sans inscription."
                : refusal();
    }

    /// Why the list cannot be closed, or null when it can.
    @Nullable
    String closingRefusal() {
        if (isClosed()) {
            return "L'appel est déjà clos.";
        }
        if (refusal() != null) {
            return refusal();
        }
        return isOver() ? null : "L'appel se clôt une fois la séance finie.";
    }

    Instant opens() {
        var start = session.start();
        return start.toLocalDate().atStartOfDay(start.getZone()).toInstant();
    }

    Instant closedWithoutYou() {
        return session.end().toInstant().plus(delay);
    }

    Instant correctedUntil() {
        return closing == null ? closedWithoutYou() : closing.at().plus(delay);
    }

    /// A device's clock may be wrong: nobody came before the door opened, nor after now.
    Instant within(Instant at) {
        return at.isAfter(now) ? now : at.isBefore(opens()) ? opens() : at;
    }
}
