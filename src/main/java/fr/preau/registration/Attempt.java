package fr.preau.registration;

import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import fr.preau.programme.Edition;
import java.time.Instant;

/// Seats asked for on a session, with what the rules look at, read once.
record Attempt(PublishedEvent event, PublishedSession session, Edition edition, Party party, Instant now) {
    /// How many seats someone of this kind could still take.
    int left() {
        return Math.max(0, party.isClass() ? session.leftForClasses() : session.left());
    }

    boolean fits() {
        return party.seats() <= left();
    }

    Attempt by(Party other) {
        return new Attempt(event, session, edition, other, now);
    }

    Attempt with(PublishedSession newer) {
        return new Attempt(event, newer, edition, party, now);
    }
}
