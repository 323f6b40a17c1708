package fr.preau.registration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.SettableClock;
import fr.preau.event.EventFixtures;
import fr.preau.event.EventPublished;
import fr.preau.event.SessionCancelled;
import fr.preau.programme.EditionFixtures;
import fr.preau.registration.Registrant.Headcount;
import fr.preau.territory.ASchool;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.util.AopTestUtils;

/// Waiting for seats, from joining the list to sitting down.
@PreauTest
@RecordApplicationEvents
class WaitingListTests {
    @Autowired
    private WaitingList list;

    @Autowired
    private WaitingRepository waiting;

    @Autowired
    private WaitingRounds rounds;

    @Autowired
    private WaitingRetention retention;

    @Autowired
    private Registrations registrations;

    @Autowired
    private LostLinks links;

    @Autowired
    private Ground ground;

    @Autowired
    private EventFixtures events;

    @Autowired
    private EditionFixtures editions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SettableClock clock;

    @Autowired
    private ApplicationEvents news;

    private EventFollower follower;
    private Ground.Sitting sitting;

    @Autowired
    void unwrap(EventFollower proxied) {
        follower = AopTestUtils.getTargetObject(proxied);
    }

    /// Ten seats that classes may all take, ten days ahead.
    @BeforeEach
    void publish() {
        sitting = ground.sitting(far(10, 10));
    }

    @AfterEach
    void putTheClockBack() {
        clock.reset();
        ground.audit(sitting);
    }

    @Test
    void keepsTheOrderOfArrivalAndTellsWhoIsAhead() {
        fill(10);
        joins(Ground.schoolClass("2de 1", 7, 1));
        joins(Ground.adult(2));
        var last = joins(Ground.pupil("Léa"));

        assertThat(last.place()).isEqualTo(3);
        assertThat(waiting.ahead(last)).isEqualTo(new WaitingRepository.Ahead(2, 1, 10));
        assertThat(news.stream(WaitingJoined.class).map(WaitingJoined::ahead)).containsExactly(0, 1, 2);
    }

    @Test
    void seatsAtOnceWhoeverAsksToWaitWhereThereIsRoom() {
        assertThat(list.join(sitting.asks(Ground.adult(2)))).isInstanceOf(Joining.Seated.class);
        assertThat(ground.now(sitting).taken()).isEqualTo(2);
    }

    @Test
    void waitsOnceForAPersonAClassOrAForm() {
        fill(10);
        var adult = new Registrant.Adult("Léa", Ground.mail(), 2);
        var request = sitting.asks(adult);
        var first = ((Joining.Joined) list.join(request)).entry();
        var uai = ASchool.lycee("Lycée").add(jdbc).uai();

        assertThat(list.join(request)).isEqualTo(new Joining.Joined(first));
        assertThat(list.join(sitting.asks(new Registrant.Adult("LEA", adult.mail(), 1))))
                .isInstanceOf(Joining.Refused.class);
        joins(Ground.schoolClass(uai, "2de 4", new Headcount(5, null, 1)));
        assertThat(list.join(sitting.asks(Ground.schoolClass(uai, "2DE 4", new Headcount(6, null, 1)))))
                .isInstanceOf(Joining.Refused.class);
        assertThat(ground.now(sitting).waiting()).isEqualTo(2);
    }

    @Test
    void doesNotLetTheRegisteredWaitNorAnyoneForSeatsThatWillNeverBe() {
        var adult = new Registrant.Adult("Léa", Ground.mail(), 4);
        registrations.register(sitting.asks(adult));
        fill(6);

        assertThat(list.join(sitting.asks(adult)))
                .isInstanceOfSatisfying(
                        Joining.Refused.class,
                        refused -> assertThat(refused.reason()).contains("déjà inscrite"));
        assertThat(list.join(sitting.asks(Ground.schoolClass("2de 1", 10, 1))))
                .isInstanceOfSatisfying(
                        Joining.Refused.class,
                        refused -> assertThat(refused.reason()).contains("10 personnes"));
    }

    @Test
    void offersFreedSeatsInTheTransactionThatFreesThemAndSeatsWhoAccepts() {
        var taken = fill(10);
        var entry = joins(Ground.adult(2));

        cancel(taken.get(0));
        assertThat(now(entry).waits()).isTrue();
        cancel(taken.get(1));

        assertThat(now(entry).isOfferedAt(clock.instant())).isTrue();
        assertThat(ground.now(sitting)).extracting("taken", "held", "waiting").containsExactly(8, 2, 0);
        assertThat(news.stream(SeatsOffered.class)).hasSize(1);
        var seated = (Answer.Seated) list.accept(now(entry));
        assertThat(seated.registration().key()).isEqualTo(entry.wanted().key());
        assertThat(list.accept(now(entry))).as("pressed twice").isEqualTo(seated);
        assertThat(ground.now(sitting)).extracting("taken", "held", "waiting").containsExactly(10, 0, 0);
    }

    /// A page opened before the offer came: nothing was inserted from it, and nothing is lost.
    @Test
    void losesNothingWhenAcceptedBeforeTheOffer() {
        fill(10);
        var entry = joins(Ground.adult(1));

        assertThat(list.accept(entry)).isInstanceOf(Answer.Refused.class);
        assertThat(now(entry).waits()).isTrue();
        assertThat(registrations.find(entry.id())).isEmpty();
    }

    @Test
    void letsNobodyOvertakeThoseWhoWait() {
        var taken = fill(10);
        joins(Ground.schoolClass("2de 1", 5, 1));
        cancel(taken.get(0));
        cancel(taken.get(1));

        assertThat(registrations.register(sitting.asks(Ground.pupil("Léa")))).isEqualTo(new Outcome.Full(0));
        var adult = Ground.adult(1);
        assertThat(list.join(sitting.asks(adult))).isInstanceOf(Joining.Joined.class);
        assertThat(ground.now(sitting).free()).isEqualTo(2);
        assertThat(ground.now(sitting).held()).isZero();
    }

    @Test
    void doesNotLetTheRegisteredTakeMoreSeatsBeforeThoseWhoWait() {
        var family = registered(Ground.adult(2));
        var taken = fill(8);
        joins(Ground.schoolClass("2de 1", 5, 1));
        cancel(taken.getFirst());

        assertThat(registrations.change(family, 3)).isEqualTo(new Change.Full(1));
    }

    @Test
    void fillsWithASmallerOneAsOftenAsTheOrganiserSays() {
        sitting = ground.sitting(far(10, 10).passing(1));
        var taken = fill(10);
        var patient = joins(Ground.schoolClass("2de 1", 5, 1));
        cancel(taken.get(0));

        var small = joins(Ground.pupil("Léa"));
        assertThat(small.state()).as("it fits at once").isEqualTo(WaitingEntry.State.OFFERED);
        assertThat(now(patient).passed()).isEqualTo(1);
        cancel(taken.get(1));
        assertThat(joins(Ground.pupil("Malik")).waits()).isTrue();
    }

    /// Ten seats of which four for classes: a class that waits for these does not keep people from the other six.
    @Test
    void leavesPeopleTheSeatsNoClassCouldHave() {
        sitting = ground.sitting(far(10, 4));
        registered(Ground.schoolClass("2de 1", 3, 1));
        joins(Ground.schoolClass("2de 2", 3, 1));

        assertThat(ground.now(sitting).left()).isEqualTo(6);
        registered(Ground.adult(5));
        assertThat(registrations.register(sitting.asks(Ground.schoolClass("2de 3", 1, 1))))
                .isEqualTo(new Outcome.Full(0));
        assertThat(ground.now(sitting)).extracting("free", "waiting").containsExactly(1, 1);
    }

    /// Nine seats from now on, all for classes if they like; but ten are taken. The tenth was a person's, and no class
    /// may have it: that a person takes it again passes nobody, however strict the order.
    @Test
    void leavesPeopleTheSeatThatASmallerSessionKeepsBesideItsClasses() {
        registered(Ground.schoolClass("2de 1", 8, 1));
        var person = registered(Ground.pupil("Noé"));
        var waits = joins(Ground.schoolClass("2de 2", 2, 1));
        var behind = joins(Ground.pupil("Léa"));
        events.resize(sitting.event(), 9, 9);

        cancel(person);

        assertThat(now(behind).isOfferedAt(clock.instant())).isTrue();
        assertThat(now(waits)).extracting("state", "passed").containsExactly(WaitingEntry.State.WAITING, 0);
    }

    @Test
    void promotesWhenTheOrganiserRaisesTheSeats() {
        fill(10);
        var entry = joins(Ground.schoolClass("2de 1", 5, 1));

        events.resize(sitting.event(), 15, 15);
        assertThat(now(entry).waits()).isTrue();
        events.resize(sitting.event(), 16, 16);
        assertThat(now(entry).isOfferedAt(clock.instant())).isTrue();
    }

    @Test
    void tellsWhoeverASmallerSessionCanNoLongerSeatAndServesThoseBehind() {
        var taken = fill(9);
        var large = joins(Ground.schoolClass("2de 1", 8, 1));
        var small = joins(Ground.pupil("Léa"));
        cancel(taken.getFirst());
        assertThat(now(small).waits()).as("strict").isTrue();

        events.resize(sitting.event(), 9, 8);
        assertThat(now(large).state()).isEqualTo(WaitingEntry.State.ENDED);
        assertThat(news.stream(WaitingEnded.class).map(WaitingEnded::why)).containsExactly(WaitingEnded.Why.TOO_SMALL);
        assertThat(now(small).isOfferedAt(clock.instant())).isTrue();
    }

    @Test
    void promotesWhenANumberIsReducedAndWhenTheOrganiserCancels() {
        var family = registered(Ground.adult(4));
        fill(6);
        var first = joins(Ground.pupil("Léa"));
        var second = joins(Ground.adult(3));

        registrations.change(family, 3);
        assertThat(now(first).isOfferedAt(clock.instant())).isTrue();
        registrations.cancel(family, new Cancellation(RegistrationCancelled.By.ORGANISER, "Trop de monde."));
        assertThat(now(second).isOfferedAt(clock.instant())).isTrue();
    }

    @Test
    void promotesThoseBehindWhenOneLeavesRefusesOrAsksForLess() {
        var taken = fill(10);
        var large = joins(Ground.adult(6));
        var middle = joins(Ground.adult(2));
        var last = joins(Ground.pupil("Léa"));
        cancel(taken.get(0));
        cancel(taken.get(1));

        assertThat(list.leave(now(large))).isInstanceOf(Answer.Done.class);
        assertThat(now(middle).isOfferedAt(clock.instant())).isTrue();
        assertThat(list.reduce(now(middle), 1)).isInstanceOf(Answer.Done.class);
        assertThat(now(last).isOfferedAt(clock.instant())).isTrue();
        assertThat(list.reduce(now(middle), 2)).isInstanceOf(Answer.Refused.class);
        var next = joins(Ground.pupil("Malik"));
        list.leave(now(last));
        assertThat(now(next).isOfferedAt(clock.instant())).isTrue();
        assertThat(list.leave(now(last))).as("left twice").isInstanceOf(Answer.Refused.class);
    }

    @Test
    void passesALateOfferToTheNextOnceHoweverManyNodesLook() throws Exception {
        var taken = fill(10);
        var first = joins(Ground.pupil("Léa"));
        var second = joins(Ground.pupil("Malik"));
        cancel(taken.getFirst());
        // A day, and the night after it where the offer would end in one.
        clock.advance(Duration.ofHours(36));

        assertThat(list.accept(now(first))).as("too late").isInstanceOf(Answer.Refused.class);
        var late = now(first);
        var ended = OversellTests.atOnce(4, () -> list.expire(late));
        assertThat(ended.stream().filter(done -> done)).hasSizeLessThanOrEqualTo(1);
        assertThat(now(first).state()).isEqualTo(WaitingEntry.State.EXPIRED);
        assertThat(now(second).isOfferedAt(clock.instant())).isTrue();
        assertThat(messages(first, "WAITING_ENDED")).isEqualTo(1);
        assertThat(messages(second, "SEATS_OFFERED")).isEqualTo(1);
    }

    @Test
    void endsTheListWhenTheSessionBeginsWithAWordToEach() {
        var taken = fill(10);
        var offered = joins(Ground.pupil("Léa"));
        var waits = joins(Ground.pupil("Malik"));
        cancel(taken.getFirst());
        clock.advance(Duration.ofDays(11));

        rounds.end();
        assertThat(List.of(now(offered), now(waits)))
                .extracting(WaitingEntry::state)
                .isSubsetOf(WaitingEntry.State.ENDED, WaitingEntry.State.EXPIRED);
        assertThat(ground.now(sitting)).extracting("taken", "held", "waiting").containsExactly(9, 0, 0);
        assertThat(messages(waits, "WAITING_ENDED")).isEqualTo(1);
        assertThat(list.join(sitting.asks(Ground.pupil("Jade")))).isInstanceOf(Joining.Refused.class);
    }

    @Test
    void endsTheListOfACancelledSessionWithTheOrganiserSReason() {
        fill(10);
        var entry = joins(Ground.pupil("Léa"));

        follower.on(new SessionCancelled(sitting.session(), sitting.event(), "La salle est inondée."));
        assertThat(now(entry).state()).isEqualTo(WaitingEntry.State.ENDED);
        assertThat(news.stream(WaitingEnded.class).map(WaitingEnded::reason)).containsExactly("La salle est inondée.");
    }

    @Test
    void tellsThoseWhoWaitOrHaveAnOfferThatTheirSessionMoved() {
        var taken = fill(10);
        var offered = joins(Ground.pupil("Léa"));
        var waits = joins(Ground.pupil("Malik"));
        var gone = joins(Ground.pupil("Jade"));
        list.leave(gone);
        cancel(taken.getFirst());

        follower.on(new EventPublished(sitting.event(), 2, List.of(), false, Set.of(sitting.session()), null));
        follower.on(new EventPublished(sitting.event(), 3, List.of(), false, Set.of(), null));

        assertThat(news.stream(WaitingMoved.class).map(moved -> moved.entry().id()))
                .containsExactly(offered.id(), waits.id());
        assertThat(messages(waits, "WAITING_MOVED")).isEqualTo(1);
        assertThat(now(offered).isOfferedAt(clock.instant())).isTrue();
    }

    @Test
    void givesTheSeatsOfWhoIsSeatedOtherwiseToTheNext() {
        var taken = fill(10);
        var adult = new Registrant.Adult("Léa", Ground.mail(), 1);
        var entry = joins(adult);
        cancel(taken.get(0));
        events.resize(sitting.event(), 11, 10);
        assertThat(registrations.register(sitting.asks(adult))).isInstanceOf(Outcome.Confirmed.class);
        var next = joins(Ground.pupil("Malik"));

        assertThat(list.accept(now(entry)))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.reason()).contains("déjà inscrite"));
        assertThat(now(next).isOfferedAt(clock.instant())).isTrue();
    }

    @Test
    void keepsTheNumberOfGirlsOfAClassThroughTheList() {
        fill(10);
        var entry = joins(Ground.schoolClass(ASchool.lycee("Lycée").add(jdbc).uai(), "2de 1", new Headcount(5, 3, 1)));
        events.resize(sitting.event(), 16, 16);
        list.accept(now(entry));

        assertThat(jdbc.sql("select girls from registration.registration where id = ?")
                        .param(entry.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void sendsTheLinksOfAListToWhoLostThem() {
        fill(10);
        var adult = Ground.adult(1);
        var entry = joins(adult);

        links.send(fr.preau.account.MailAddress.parse(adult.mail()).orElseThrow(), "192.0.2.9");
        assertThat(news.stream(LinksAsked.class).flatMap(asked -> asked.waiting().stream()))
                .containsExactly(entry);
    }

    @Test
    void forgetsWhoWaitedAMonthAfter() {
        fill(10);
        var entry = joins(Ground.adult(1));
        list.leave(entry);
        var later = clock.instant().plus(Duration.ofDays(31));

        assertThat(retention.due(clock.instant())).isZero();
        assertThat(retention.due(later)).isPositive();
        while (retention.forget(later, 100) == 100) {}
        assertThat(retention.due(later)).isZero();
        assertThat(waiting.findByKey(entry.wanted().key())).isEmpty();
        assertThat(waiting.find(entry.id()).orElseThrow().wanted().mail())
                .isEqualTo(entry.id().value().toString());
    }

    private EventFixtures.Builder far(int seats, int forClasses) {
        return ground.event()
                .on(editions.today().plusDays(10), "14:00", "16:00")
                .seats(seats)
                .forClasses(forClasses);
    }

    private List<Registration> fill(int seats) {
        return java.util.stream.IntStream.range(0, seats)
                .mapToObj(_ -> registered(Ground.pupil("Noé")))
                .toList();
    }

    private Registration registered(Registrant registrant) {
        return ((Outcome.Confirmed) registrations.register(sitting.asks(registrant))).registration();
    }

    private WaitingEntry joins(Registrant registrant) {
        return ((Joining.Joined) list.join(sitting.asks(registrant))).entry();
    }

    private void cancel(Registration registration) {
        assertThat(registrations.cancel(registration, Cancellation.BY_REGISTRANT))
                .isInstanceOf(Change.Done.class);
    }

    private WaitingEntry now(WaitingEntry entry) {
        return waiting.find(entry.id()).orElseThrow();
    }

    private int messages(WaitingEntry about, String kind) {
        return jdbc.sql("select count(*)::int from notification.message where about = ? and kind = ?")
                .param(about.id().value())
                .param(kind)
                .query(Integer.class)
                .single();
    }
}
