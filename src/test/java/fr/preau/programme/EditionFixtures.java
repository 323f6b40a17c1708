package fr.preau.programme;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Editions for tests: one open around now, shared; others on demand.
@Component
public class EditionFixtures {
    private final Editions editions;
    private final Clock clock;

    EditionFixtures(Editions editions, Clock clock) {
        this.editions = editions;
        this.clock = clock;
    }

    /// An edition of its own, delegated to coordinators, whose windows are both open and whose week is the 14 days
    /// that start today.
    public Edition open() {
        return create(around(today()));
    }

    /// The current edition, made open around now when there is none: for tests of pages that ask which one it is.
    public Edition current() {
        var now = clock.instant();
        return editions.current()
                .filter(edition -> edition.acceptsSubmissionsAt(now) && edition.acceptsRegistrationsAt(now))
                .orElseGet(this::open);
    }

    public Edition create(Edition edition) {
        editions.create(edition);
        return edition;
    }

    /// An edition that has a waiting room, whose registrations open in `wait`, and that nobody takes for the current
    /// one: its week is far.
    public Edition openingIn(Duration wait) {
        var edition = around(today().plusDays(100));
        return create(new Edition(
                edition.id(),
                edition.name(),
                edition.firstDay(),
                edition.lastDay(),
                edition.submissionsOpen(),
                edition.submissionsClose(),
                clock.instant().plus(wait),
                edition.registrationsClose(),
                edition.schoolYear(),
                edition.kinds(),
                edition.partners(),
                edition.delegated(),
                edition.offerHours(),
                true));
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Editions.PARIS);
    }

    /// Not created: a test changes what it wants, then calls [#create].
    public Edition around(LocalDate firstDay) {
        var now = clock.instant();
        return new Edition(
                new EditionId(UUID.randomUUID()),
                "Semaine du numérique " + UUID.randomUUID().toString().substring(0, 4),
                firstDay,
                firstDay.plusDays(13),
                now.minus(Duration.ofDays(60)),
                now.plus(Duration.ofDays(30)),
                now.minus(Duration.ofDays(30)),
                now.plus(Duration.ofDays(30)),
                "2026-2027",
                Edition.LETTER_KINDS,
                List.of(new Edition.Partner("Association Talents du numérique (fictive)", "https://example.org")),
                true,
                Edition.OFFER_HOURS,
                false);
    }
}
