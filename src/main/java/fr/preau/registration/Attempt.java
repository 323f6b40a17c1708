package fr.preau.registration;

import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import fr.preau.programme.Edition;
import fr.preau.web.LinkKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Seats asked for on a session, with what the rules look at, read once.
record Attempt(PublishedEvent event, PublishedSession session, Edition edition, Party party, Instant now) {
    /// How many seats someone of this kind could still take.
    int left() {
        return Math.max(0, party.isClass() ? session.leftForClasses() : session.left());
    }

    boolean fits() {
        return party.seats() <= left();
    }

    /// Whether there are free seats, but others wait for them.
    boolean isAwaited() {
        return session.waiting() > 0 && session.free() > 0;
    }

    Attempt by(Party other) {
        return new Attempt(event, session, edition, other, now);
    }

    Attempt with(PublishedSession newer) {
        return new Attempt(event, newer, edition, party, now);
    }

    /// The registration it would make of one who asks.
    Registration wanted(Registrant registrant) {
        return new Registration(
                new RegistrationId(UUID.randomUUID()),
                event.id(),
                session.id(),
                registrant.kind(),
                registrant.firstName(),
                registrant.mail(),
                seats(registrant),
                registrant.level(),
                registrant.school(),
                schoolClass(registrant),
                LinkKey.fresh(),
                now);
    }

    /// Its own: the party may be larger.
    private int seats(Registrant registrant) {
        return switch (registrant) {
            case Registrant.Pupil _ -> 1;
            case Registrant.Adult adult -> adult.people();
            case Registrant.ClassGroup _ -> party.seats();
        };
    }

    private static Registration.@Nullable SchoolClass schoolClass(Registrant registrant) {
        return registrant instanceof Registrant.ClassGroup group
                ? new Registration.SchoolClass(
                        group.name(),
                        group.headcount().pupils(),
                        group.headcount().adults(),
                        group.needs())
                : null;
    }
}
