package fr.preau.registration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.SettableClock;
import fr.preau.account.PersonId;
import fr.preau.event.EventFixtures;
import fr.preau.event.Events;
import fr.preau.event.PublishedEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/// Rounds of reminders, on clocks set around the end of March 2026: Paris moves its own in the night to Sunday the
/// 29th.
@PreauTest
@RecordApplicationEvents
class RemindersTests {
    private static final LocalDate SUNDAY = LocalDate.of(2026, 3, 29);
    private static final Instant WEEK_BEFORE = Instant.parse("2026-03-22T07:00:00Z");
    private static final Instant DAY_BEFORE = Instant.parse("2026-03-28T07:00:00Z");

    @Autowired
    private ReminderRound round;

    @Autowired
    private Reminders reminders;

    @Autowired
    private ReminderRepository notes;

    @Autowired
    private Registrations registrations;

    @Autowired
    private NeedsAnswers answers;

    @Autowired
    private Events events;

    @Autowired
    private Ground ground;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private SettableClock clock;

    @Autowired
    private ApplicationEvents news;

    @BeforeEach
    void goBackToEarlyMarch() {
        clock.setTo(Instant.parse("2026-03-10T12:00:00Z"));
    }

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "75,  2026-03-22T07:00:00Z, 2026-03-28T07:00:00Z",
        "974, 2026-03-22T04:00:00Z, 2026-03-28T04:00:00Z",
        "987, 2026-03-22T18:00:00Z, 2026-03-28T18:00:00Z",
        "988, 2026-03-21T21:00:00Z, 2026-03-27T21:00:00Z",
    })
    void remindOnceAWeekAndADayBeforeAtEightThere(String departement, Instant week, Instant eve) {
        var sitting = sitting(departement);
        take(sitting, Ground.pupil("Léa"));

        roundAt(week.minusSeconds(5));
        assertThat(sent(sitting, Ahead.WEEK)).isEmpty();
        roundAt(week);
        roundAt(week.plusSeconds(600));
        assertThat(sent(sitting, Ahead.WEEK)).hasSize(1);
        roundAt(eve.minusSeconds(5));
        assertThat(sent(sitting, Ahead.EVE)).isEmpty();
        roundAt(eve);
        roundAt(eve.plusSeconds(600));
        assertThat(sent(sitting, Ahead.EVE)).hasSize(1);
        assertThat(sent(sitting, Ahead.WEEK)).hasSize(1);
    }

    @Test
    void passOverWhoRegisteredSince() {
        var sitting = sitting("75");
        clock.setTo(WEEK_BEFORE.plusSeconds(60));
        take(sitting, Ground.pupil("Léa"));

        roundAt(WEEK_BEFORE.plusSeconds(120));
        assertThat(sent(sitting, Ahead.WEEK)).isEmpty();
        roundAt(DAY_BEFORE);
        assertThat(sent(sitting, Ahead.EVE)).hasSize(1);
    }

    @Test
    void catchUpWhileItIsOfUse() {
        var sitting = sitting("75");
        take(sitting, Ground.pupil("Léa"));
        var begins = event(sitting).sessions().getFirst().start().toInstant();

        roundAt(WEEK_BEFORE.plus(Duration.ofDays(2)).plusSeconds(1));
        assertThat(sent(sitting, Ahead.WEEK)).isEmpty();
        roundAt(begins.minusSeconds(3_600));
        assertThat(sent(sitting, Ahead.EVE)).hasSize(1);
    }

    @Test
    void comeNoMoreOnceItHasBegun() {
        var sitting = sitting("75");
        take(sitting, Ground.pupil("Léa"));

        roundAt(event(sitting).sessions().getFirst().start().toInstant().plusSeconds(1));

        assertThat(sent(sitting, Ahead.EVE)).isEmpty();
        assertThat(told(sitting)).isEmpty();
    }

    @Test
    void speakOfTheNewDayOnceWhenASessionMoves() {
        var sitting = sitting("75");
        take(sitting, Ground.pupil("Léa"));
        roundAt(WEEK_BEFORE);
        assertThat(sent(sitting, Ahead.WEEK)).hasSize(1);

        move(sitting, "1 hour");
        roundAt(WEEK_BEFORE.plusSeconds(600));
        assertThat(sent(sitting, Ahead.WEEK)).hasSize(1);
        move(sitting, "10 days");
        roundAt(DAY_BEFORE);
        assertThat(sent(sitting, Ahead.EVE)).isEmpty();
        roundAt(WEEK_BEFORE.plus(Duration.ofDays(10)));
        roundAt(WEEK_BEFORE.plus(Duration.ofDays(10)).plusSeconds(600));
        assertThat(sent(sitting, Ahead.WEEK))
                .hasSize(2)
                .extracting(one -> one.event().sessions().getFirst().start().toLocalDate())
                .containsExactly(SUNDAY, SUNDAY.plusDays(10));
    }

    @Test
    void leaveInPeaceWhoCancelledOrWantsNone() {
        var sitting = sitting("75");
        var gone = take(sitting, Ground.pupil("Léa"));
        registrations.cancel(gone, Cancellation.BY_REGISTRANT);
        notes.refuse(take(sitting, Ground.pupil("Noé")).id(), true);
        var kept = take(sitting, Ground.pupil("Awa"));

        roundAt(WEEK_BEFORE);

        assertThat(sent(sitting, Ahead.WEEK))
                .extracting(one -> one.registration().id())
                .containsExactly(kept.id());
    }

    @Test
    void sayNothingOfWhatIsCalledOff() {
        var event = sitting("75");
        take(event, Ground.pupil("Léa"));
        jdbc.sql("update event.listing set cancelled = true where event_id = ?")
                .param(event.event().value())
                .update();
        var session = sitting("75");
        take(session, Ground.pupil("Léa"));
        jdbc.sql("update event.session set cancelled = true where id = ?")
                .param(session.session().value())
                .update();

        roundAt(WEEK_BEFORE);

        assertThat(Stream.of(event, session).flatMap(one -> sent(one, Ahead.WEEK).stream()))
                .isEmpty();
        assertThat(told(event)).isEmpty();
        assertThat(told(session)).isEmpty();
    }

    @Test
    void reachEveryoneOnceThroughACrash() {
        var sitting = sitting(ground.event()
                .at("Paris", "75", null)
                .on(SUNDAY, "14:00", "16:00")
                .seats(500));
        var people = IntStream.range(0, 130)
                .mapToObj(number -> take(sitting, Ground.pupil("Léa")).id().value())
                .toList();
        clock.setTo(WEEK_BEFORE);
        var event = events.find(sitting.event()).orElseThrow();
        var session = event.sessions().getFirst();

        reminders.remind(event, session, Ahead.WEEK);
        transactions.executeWithoutResult(crash -> {
            reminders.remind(event, session, Ahead.WEEK);
            crash.setRollbackOnly();
        });
        assertThat(written(people)).hasSize(100);
        roundAt(WEEK_BEFORE.plusSeconds(60));
        roundAt(WEEK_BEFORE.plusSeconds(120));

        assertThat(written(people)).containsExactlyInAnyOrderElementsOf(people);
    }

    @Test
    void carryTheAnswerToTheNeedsAsTheyAreNow() {
        var sitting = sitting("75");
        var school = fr.preau.account.TestPeople.anyUai();
        var held = take(sitting, needing(school, "Un fauteuil."));
        answers.answer(held.id(), event(sitting), "Un ascenseur.", new PersonId(UUID.randomUUID()));

        roundAt(WEEK_BEFORE);
        registrations.change(held, new ClassChange(new Registrant.Headcount(20, null, 2), "Deux fauteuils."));
        roundAt(DAY_BEFORE);

        assertThat(sent(sitting, Ahead.WEEK)).extracting(ReminderDue::answer).containsExactly("Un ascenseur.");
        assertThat(sent(sitting, Ahead.EVE)).extracting(ReminderDue::answer).containsExactly("");
    }

    @Test
    void tellTheOrganiserOnceOfAllTheSessionsOfADay() {
        var published = ground.event()
                .at("Paris", "75", null)
                .on(SUNDAY, "14:00", "16:00")
                .on(SUNDAY, "17:00", "18:00")
                .on(SUNDAY.plusDays(1), "09:00", "10:00")
                .now();
        var first = new Ground.Sitting(published.id(), published.session());
        take(first, Ground.pupil("Léa"));
        take(first, needing(fr.preau.account.TestPeople.anyUai(), "Un fauteuil."));

        roundAt(WEEK_BEFORE);
        roundAt(WEEK_BEFORE.plusSeconds(600));

        assertThat(told(first)).hasSize(1);
        var turnouts = told(first).getFirst().sessions();
        assertThat(turnouts).hasSize(2);
        assertThat(turnouts.getFirst())
                .returns(1, OrganiserReminderDue.Turnout::pupils)
                .returns(1, OrganiserReminderDue.Turnout::classes)
                .returns(1, OrganiserReminderDue.Turnout::unanswered)
                .returns(19, turnout -> turnout.session().taken());
        assertThat(turnouts.getLast()).returns(0, OrganiserReminderDue.Turnout::pupils);
    }

    @Test
    void areForgottenAWeekAfterTheDay() {
        var sitting = sitting("75");
        var held = take(sitting, Ground.pupil("Léa"));
        roundAt(WEEK_BEFORE);
        assertThat(notesOf(held)).isEqualTo(1);

        roundAt(DAY_BEFORE.plus(Duration.ofDays(9)));

        assertThat(notesOf(held)).isZero();
    }

    private Ground.Sitting sitting(String departement) {
        return sitting(ground.event()
                .at("Chef-lieu", departement, null)
                .on(SUNDAY, "14:00", "16:00")
                .seats(60));
    }

    private Ground.Sitting sitting(EventFixtures.Builder event) {
        return ground.sitting(event);
    }

    private Registration take(Ground.Sitting sitting, Registrant registrant) {
        return ((Outcome.Confirmed) registrations.register(sitting.asks(registrant))).registration();
    }

    private static Registrant needing(fr.preau.territory.Uai school, String needs) {
        var asked = Ground.schoolClass(school, "2de 4", new Registrant.Headcount(16, null, 2));
        return new Registrant.ClassGroup(
                asked.teacher(), asked.school(), asked.name(), asked.level(), asked.headcount(), needs);
    }

    private PublishedEvent event(Ground.Sitting sitting) {
        return events.find(sitting.event()).orElseThrow();
    }

    private void roundAt(Instant moment) {
        clock.setTo(moment);
        round.run();
    }

    private void move(Ground.Sitting sitting, String interval) {
        jdbc.sql("""
                        update event.session
                        set starts_at = starts_at + :by::interval, ends_at = ends_at + :by::interval where id = :id
                        """)
                .param("by", interval)
                .param("id", sitting.session().value())
                .update();
    }

    private List<ReminderDue> sent(Ground.Sitting sitting, Ahead ahead) {
        return news.stream(ReminderDue.class)
                .filter(one ->
                        one.ahead() == ahead && one.registration().session().equals(sitting.session()))
                .toList();
    }

    private List<OrganiserReminderDue> told(Ground.Sitting sitting) {
        return news.stream(OrganiserReminderDue.class)
                .filter(one -> one.event().id().equals(sitting.event()))
                .toList();
    }

    /// The registrations a reminder of which is in the outbox, as many times as it is.
    private List<UUID> written(List<UUID> registrations) {
        return jdbc.sql("select about from notification.message where kind = 'REMINDER' and about = any(?)")
                .param(registrations.toArray(UUID[]::new))
                .query((row, _) -> row.getObject("about", UUID.class))
                .list();
    }

    private int notesOf(Registration registration) {
        return jdbc.sql("select count(*) from registration.reminder where registration_id = ?")
                .param(registration.id().value())
                .query(Integer.class)
                .single();
    }
}
