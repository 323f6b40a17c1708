package fr.preau.registration;

import static fr.preau.registration.RegistrationRule.*;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.account.OrganisationId;
import fr.preau.event.Audience;
import fr.preau.event.EventId;
import fr.preau.event.Format;
import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import fr.preau.event.SessionId;
import fr.preau.event.WaitingPolicy;
import fr.preau.programme.Edition;
import fr.preau.programme.EditionId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Each rule by itself: what it refuses, and the nearest thing it lets through.
class RegistrationRuleUnitTests {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final ZoneId TAHITI = ZoneId.of("Pacific/Tahiti");

    @Test
    void anEventThatStands() {
        assertThat(EVENT_STANDS.refusal(an().attempt())).isNull();
        assertThat(EVENT_STANDS.refusal(an().cancelledEvent().attempt())).contains("annulé");
    }

    @Test
    void aSessionThatStands() {
        assertThat(SESSION_STANDS.refusal(an().attempt())).isNull();
        assertThat(SESSION_STANDS.refusal(an().cancelledSession().attempt())).contains("annulée");
    }

    @Test
    void aSessionToCome() {
        assertThat(SESSION_IS_TO_COME.refusal(
                        an().startingIn(Duration.ofSeconds(1)).attempt()))
                .isNull();
        assertThat(SESSION_IS_TO_COME.refusal(an().startingIn(Duration.ZERO).attempt()))
                .contains("déjà commencé");
        assertThat(SESSION_IS_TO_COME.refusal(
                        an().startingIn(Duration.ofDays(-1)).attempt()))
                .contains("passée");
    }

    @Test
    void registrationsThatHaveOpened() {
        assertThat(REGISTRATIONS_HAVE_OPENED.refusal(an().opening(NOW).attempt()))
                .isNull();
        assertThat(REGISTRATIONS_HAVE_OPENED.refusal(
                        an().opening(NOW.plusSeconds(1)).attempt()))
                .contains("à partir du vendredi 20 novembre 2026");
    }

    /// Half past midnight in Paris is still the day before in Polynesia.
    @Test
    void openingToldInTheDayOfThePlace() {
        var opening = Instant.parse("2026-12-01T23:30:00Z");
        assertThat(REGISTRATIONS_HAVE_OPENED.refusal(an().opening(opening).attempt()))
                .contains("mercredi 2 décembre");
        assertThat(REGISTRATIONS_HAVE_OPENED.refusal(
                        an().in(TAHITI).opening(opening).attempt()))
                .contains("mardi 1er décembre");
    }

    @Test
    void registrationsThatHaveNotClosed() {
        assertThat(REGISTRATIONS_HAVE_NOT_CLOSED.refusal(
                        an().closing(NOW.plusSeconds(1)).attempt()))
                .isNull();
        assertThat(REGISTRATIONS_HAVE_NOT_CLOSED.refusal(an().closing(NOW).attempt()))
                .contains("closes");
    }

    @Test
    void visitsForClasses() {
        var visit = an().format(Format.AT_SCHOOL);
        assertThat(VISITS_ARE_FOR_CLASSES.refusal(visit.by(aClass()).attempt())).isNull();
        assertThat(VISITS_ARE_FOR_CLASSES.refusal(
                        visit.by(aPupil(Audience.SECONDE)).attempt()))
                .contains("seul un enseignant");
        assertThat(VISITS_ARE_FOR_CLASSES.refusal(
                        an().by(aPupil(Audience.SECONDE)).attempt()))
                .isNull();
    }

    @Test
    void classesWhereTheyAreWelcome() {
        var closed = an().seatsForClasses(0);
        assertThat(CLASSES_ARE_WELCOME.refusal(
                        an().seatsForClasses(1).by(aClass()).attempt()))
                .isNull();
        assertThat(CLASSES_ARE_WELCOME.refusal(closed.by(aClass()).attempt()))
                .contains("pas de places pour les classes");
        assertThat(CLASSES_ARE_WELCOME.refusal(
                        closed.by(aPupil(Audience.SECONDE)).attempt()))
                .isNull();
    }

    @Test
    void aLevelThatIsWelcome() {
        var forSeconde = an().forAudience(Audience.SECONDE, Audience.PREMIERE);
        assertThat(LEVEL_IS_WELCOME.refusal(
                        forSeconde.by(aPupil(Audience.SECONDE)).attempt()))
                .isNull();
        assertThat(LEVEL_IS_WELCOME.refusal(
                        forSeconde.by(aPupil(Audience.SIXIEME)).attempt()))
                .contains("2de, 1re");
        assertThat(LEVEL_IS_WELCOME.refusal(forSeconde.by(anAdult()).attempt())).isNull();
        assertThat(LEVEL_IS_WELCOME.refusal(an().forAudience(Audience.SECONDE, Audience.PUBLIC)
                        .by(aPupil(Audience.SIXIEME))
                        .attempt()))
                .isNull();
        assertThat(LEVEL_IS_WELCOME.refusal(an().forAudience(Audience.PARENTS)
                        .by(aPupil(Audience.SIXIEME))
                        .attempt()))
                .isNull();
    }

    @Test
    void visitsWhereTheyAreOffered() {
        assertThat(VISITS_STAY_WHERE_OFFERED.refusal(an().by(aClass()).attempt()))
                .isNull();
        assertThat(VISITS_STAY_WHERE_OFFERED.refusal(
                        an().by(new Party(Registration.Kind.CLASS, Audience.SECONDE, 1, false))
                                .attempt()))
                .contains("ne vient pas dans le département");
    }

    @Test
    void theFirstReasonIsTheOneToHear() {
        assertThat(firstRefusal(an().attempt())).isNull();
        assertThat(firstRefusal(
                        an().cancelledEvent().cancelledSession().closing(NOW).attempt()))
                .isEqualTo(EVENT_STANDS.refusal(an().cancelledEvent().attempt()));
        assertThat(current()).doesNotHaveDuplicates().hasSize(9);
    }

    private static Party aClass() {
        return new Party(Registration.Kind.CLASS, Audience.SECONDE, 1, true);
    }

    private static Party aPupil(Audience level) {
        return new Party(Registration.Kind.PUPIL, level, 1, true);
    }

    private static Party anAdult() {
        return new Party(Registration.Kind.ADULT, null, 2, true);
    }

    private static Asking an() {
        return new Asking();
    }

    /// A pupil asks for a seat of a session of tomorrow, in Paris, that everything allows; a test changes one thing.
    private static final class Asking {
        private Party party = aPupil(Audience.SECONDE);
        private Format format = Format.ON_SITE;
        private Set<Audience> audience = EnumSet.allOf(Audience.class);
        private ZoneId zone = ZoneId.of("Europe/Paris");
        private Instant start = NOW.plus(Duration.ofDays(1));
        private Instant opens = NOW.minus(Duration.ofDays(30));
        private Instant closes = NOW.plus(Duration.ofDays(30));
        private int classCapacity = 20;
        private boolean eventCancelled;
        private boolean sessionCancelled;

        Asking by(Party other) {
            party = other;
            return this;
        }

        Asking format(Format other) {
            format = other;
            return this;
        }

        Asking forAudience(Audience... all) {
            audience = Set.of(all);
            return this;
        }

        Asking in(ZoneId other) {
            zone = other;
            return this;
        }

        Asking startingIn(Duration delay) {
            start = NOW.plus(delay);
            return this;
        }

        Asking opening(Instant moment) {
            opens = moment;
            return this;
        }

        Asking closing(Instant moment) {
            closes = moment;
            return this;
        }

        Asking seatsForClasses(int seats) {
            classCapacity = seats;
            return this;
        }

        Asking cancelledEvent() {
            eventCancelled = true;
            return this;
        }

        Asking cancelledSession() {
            sessionCancelled = true;
            return this;
        }

        Attempt attempt() {
            var id = new EventId(UUID.randomUUID());
            var from = start.atZone(zone);
            var session = new PublishedSession(
                    new SessionId(UUID.randomUUID()),
                    id,
                    from,
                    from.plusHours(2),
                    30,
                    classCapacity,
                    0,
                    0,
                    sessionCancelled);
            return new Attempt(event(id, session), session, edition(), party, NOW);
        }

        private PublishedEvent event(EventId id, PublishedSession session) {
            return new PublishedEvent(
                    id,
                    1,
                    new EditionId(UUID.randomUUID()),
                    new OrganisationId(UUID.randomUUID()),
                    "Découvrir le code",
                    "Une heure pour comprendre.",
                    "atelier",
                    format,
                    audience,
                    "09",
                    "Médiathèque, Foix",
                    null,
                    "contact@example.org",
                    eventCancelled,
                    List.of(session),
                    WaitingPolicy.STRICT,
                    "",
                    null);
        }

        private Edition edition() {
            return new Edition(
                    new EditionId(UUID.randomUUID()),
                    "Semaine du numérique",
                    LocalDate.of(2026, 11, 16),
                    LocalDate.of(2026, 11, 28),
                    NOW.minus(Duration.ofDays(60)),
                    NOW.plus(Duration.ofDays(30)),
                    opens,
                    closes,
                    "2026-2027",
                    Edition.LETTER_KINDS,
                    List.of(),
                    true,
                    Edition.OFFER_HOURS,
                    false);
        }
    }
}
