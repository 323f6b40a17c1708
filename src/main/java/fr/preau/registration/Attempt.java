package fr.preau.registration;

import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import fr.preau.programme.Edition;
import java.time.Instant;

/// A request for seats with what the rules look at, read once.
record Attempt(PublishedEvent event, PublishedSession session, Edition edition, Registrant registrant, Instant now) {
    boolean isClass() {
        return registrant.kind() == Registration.Kind.CLASS;
    }

    int seats() {
        return switch (registrant) {
            case Registrant.Pupil _ -> 1;
            case Registrant.Adult adult -> adult.people();
            case Registrant.ClassGroup group -> ClassChange.seats(group.headcount(), event);
        };
    }

    /// How many seats someone of this kind could still take.
    int left() {
        return Math.max(0, isClass() ? session.leftForClasses() : session.left());
    }

    Attempt with(PublishedSession newer) {
        return new Attempt(event, newer, edition, registrant, now);
    }
}
