package fr.preau.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Takes back what one form did, for whoever sent it: its number is a secret of that browser. An hour long, after which
/// only the link of the letter opens it.
@Service
class Receipts {
    private static final Duration LIFE = Duration.ofHours(1);

    private final RegistrationRepository rows;
    private final WaitingRepository waitingRows;
    private final Registrations registrations;
    private final WaitingList waiting;
    private final Clock clock;

    Receipts(
            RegistrationRepository rows,
            WaitingRepository waitingRows,
            Registrations registrations,
            WaitingList waiting,
            Clock clock) {
        this.rows = rows;
        this.waitingRows = waitingRows;
        this.registrations = registrations;
        this.waiting = waiting;
        this.clock = clock;
    }

    /// A form sent again after it was taken back made other rows: round by round.
    void undo(UUID receipt) {
        var since = clock.instant().minus(LIFE);
        for (var round = receipt; isKnown(round); round = SeatRequest.next(round)) {
            SeatRequest.tokens(round).forEach(token -> undo(token, since));
        }
    }

    private boolean isKnown(UUID token) {
        return SeatRequest.tokens(token).stream()
                .anyMatch(one -> rows.findByToken(one).isPresent()
                        || waitingRows.findByToken(one).isPresent());
    }

    private void undo(UUID token, Instant since) {
        waitingRows
                .findByToken(token)
                .filter(entry -> entry.wanted().createdAt().isAfter(since))
                .ifPresent(waiting::leave);
        rows.findByToken(token)
                .filter(registration -> registration.createdAt().isAfter(since))
                .ifPresent(registration -> registrations.cancel(registration, Cancellation.BY_REGISTRANT));
    }
}
