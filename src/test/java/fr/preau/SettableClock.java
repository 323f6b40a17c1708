package fr.preau;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The real time, moved by as much as a test asks; the test puts it back with [#reset].
public final class SettableClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    public void advance(Duration more) {
        ahead = ahead.plus(more);
    }

    /// It goes on from there.
    public void setTo(Instant moment) {
        ahead = Duration.between(Instant.now(), moment);
    }

    public void reset() {
        ahead = Duration.ZERO;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants only");
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }
}
