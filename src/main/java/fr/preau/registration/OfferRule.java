package fr.preau.registration;

import fr.preau.event.PublishedSession;
import fr.preau.programme.Edition;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// One bound on how long an offer of the waiting list holds its seats; the earliest of them all is the deadline. Long
/// enough to read one's mail, short enough that the seats still serve someone.
@FunctionalInterface
interface OfferRule {
    /// What the rules look at: an offer made at `now` in this session of this edition.
    record Offering(Instant now, PublishedSession session, Edition edition) {
        /// After this nobody joins any more, so nobody waits.
        Instant listEnd() {
            var start = session.start().toInstant();
            return start.isBefore(edition.registrationsClose()) ? start : edition.registrationsClose();
        }
    }

    Duration SHORTEST = Duration.ofMinutes(30);

    Instant latest(Offering offering);

    OfferRule THE_EDITION_S_DELAY =
            offering -> offering.now().plus(Duration.ofHours(offering.edition().offerHours()));

    /// Three more people must still be able to answer after this one. Never less than half an hour.
    OfferRule A_QUARTER_OF_THE_TIME_LEFT = offering -> {
        var quarter = Duration.between(offering.now(), offering.listEnd()).dividedBy(4);
        return offering.now().plus(quarter.compareTo(SHORTEST) > 0 ? quarter : SHORTEST);
    };

    OfferRule NEVER_PAST_THE_LIST = Offering::listEnd;

    static List<OfferRule> current() {
        return List.of(THE_EDITION_S_DELAY, A_QUARTER_OF_THE_TIME_LEFT, NEVER_PAST_THE_LIST);
    }

    /// To the minute, as it is written in the letter: what people read is what holds.
    static Instant deadline(Offering offering) {
        var bound = earliest(offering, current());
        var awake = QuietHours.past(
                offering.now(), bound, offering.session().start().getZone());
        return earlier(awake, NEVER_PAST_THE_LIST.latest(offering)).truncatedTo(ChronoUnit.MINUTES);
    }

    private static Instant earliest(Offering offering, List<OfferRule> rules) {
        return rules.stream()
                .map(rule -> rule.latest(offering))
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
