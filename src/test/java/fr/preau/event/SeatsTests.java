package fr.preau.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.PreauTest;
import fr.preau.SettableClock;
import fr.preau.programme.EditionFixtures;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@PreauTest
@RecordApplicationEvents
class SeatsTests {
    @Autowired
    private Seats seats;

    @Autowired
    private EventFixtures events;

    @Autowired
    private EditionFixtures editions;

    @Autowired
    private SeatRepository sessions;

    @Autowired
    private SettableClock clock;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEvents news;

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void takesSeatsUntilNoneIsLeft() {
        var session = events.published().seats(3).now().session();

        assertThat(seats.take(session, 2, false)).isTrue();
        assertThat(seats.take(session, 2, false)).isFalse();
        assertThat(seats.take(session, 1, false)).isTrue();
        assertThat(seats.take(session, 1, false)).isFalse();
        assertThat(seats.find(session).orElseThrow().taken()).isEqualTo(3);
    }

    @Test
    void keepsForOthersWhatClassesMayNotTake() {
        var session = events.published().seats(30).forClasses(20).now().session();

        assertThat(seats.take(session, 21, true)).isFalse();
        assertThat(seats.take(session, 20, true)).isTrue();
        assertThat(seats.take(session, 1, true)).isFalse();
        assertThat(seats.take(session, 10, false)).isTrue();
        assertThat(seats.find(session).orElseThrow().leftForClasses()).isZero();
    }

    @Test
    void givesBackWhatWasTaken() {
        var session = events.published().seats(30).now().session();
        seats.take(session, 25, true);

        seats.release(session, 25, true);

        var after = seats.find(session).orElseThrow();
        assertThat(after.taken()).isZero();
        assertThat(after.classTaken()).isZero();
    }

    @Test
    void neverGivesBackMoreThanWasTaken() {
        var session = events.published().seats(30).now().session();
        seats.take(session, 2, false);

        assertThatThrownBy(() -> seats.release(session, 3, false)).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> seats.release(session, 2, true)).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void refusesNoneNegativeOrAbsurdNumbers() {
        var session = events.published().seats(30).now().session();

        assertThat(seats.take(session, 0, false)).isFalse();
        assertThat(seats.take(session, -1, false)).isFalse();
        assertThat(seats.take(session, Integer.MAX_VALUE, true)).isFalse();
        assertThat(seats.take(new SessionId(UUID.randomUUID()), 1, false)).isFalse();
    }

    @Test
    void refusesASessionCancelledOrStarted() {
        var cancelled = events.published().seats(30).now().session();
        sessions.cancel(cancelled);
        var past = events.published()
                .on(editions.today().plusDays(1), "08:00", "09:00")
                .now()
                .session();
        clock.advance(Duration.ofDays(2));

        assertThat(seats.take(cancelled, 1, false)).isFalse();
        assertThat(seats.take(past, 1, false)).isFalse();
    }

    @Test
    void neverOffersFewerSeatsThanAreTaken() {
        var builder = events.published().seats(30);
        var event = builder.now();
        seats.take(event.session(), 25, true);

        events.republish(event, builder.seats(10).content());

        var after = seats.find(event.session()).orElseThrow();
        assertThat(after.capacity()).isEqualTo(25);
        assertThat(after.classCapacity()).isEqualTo(25);
    }

    @Test
    void offersMoreSeatsWhenPlanned() {
        var builder = events.published().seats(30);
        var event = builder.now();

        events.republish(event, builder.seats(40).forClasses(10).content());

        var after = seats.find(event.session()).orElseThrow();
        assertThat(after.capacity()).isEqualTo(40);
        assertThat(after.classCapacity()).isEqualTo(10);
    }

    @Test
    void keepsFreedSeatsFromNewcomersWhileOneWaits() {
        var session = events.published().seats(30).now().session();
        seats.take(session, 30, false);
        moved(() -> seats.enqueue(session, false));

        moved(() -> seats.release(session, 10, false));
        assertThat(freed(session)).as("someone waits").isEqualTo(1);
        assertThat(seats.take(session, 1, false)).isFalse();
        assertThat(seats.find(session).orElseThrow()).extracting("free", "left").containsExactly(10, 0);

        moved(() -> seats.hold(session, 4, false));
        assertThat(seats.take(session, 7, false)).isFalse();
        assertThat(seats.take(session, 6, false)).isTrue();
        moved(() -> seats.confirm(session, 3, false));
        moved(() -> seats.letGo(session, 1, false));
        assertThat(seats.find(session).orElseThrow())
                .extracting("taken", "held", "waiting", "free")
                .containsExactly(29, 0, 0, 1);
        moved(() -> seats.release(session, 1, false));
        assertThat(freed(session)).as("nobody waits any more").isEqualTo(1);
    }

    private long freed(SessionId session) {
        return news.stream(SeatsFreed.class)
                .filter(one -> one.session().equals(session))
                .count();
    }

    @Test
    void leavesPeopleTheSeatsNoClassCouldHaveWhileClassesAloneWait() {
        var session = events.published().seats(30).forClasses(20).now().session();
        seats.take(session, 20, true);
        moved(() -> seats.enqueue(session, true));

        assertThat(seats.take(session, 10, false)).isTrue();
        seats.release(session, 5, true);
        assertThat(seats.take(session, 1, true)).isFalse();
        assertThat(seats.take(session, 1, false)).isFalse();
        moved(() -> seats.enqueue(session, false));
        seats.release(session, 2, false);
        assertThat(seats.take(session, 1, false)).isFalse();
    }

    @Test
    void refusesToHoldMoreThanThereIs() {
        var session = events.published().seats(10).now().session();
        seats.take(session, 8, false);
        moved(() -> seats.enqueue(session, false));

        assertThatThrownBy(() -> moved(() -> seats.hold(session, 3, false)))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> moved(() -> seats.letGo(session, 1, false)))
                .isInstanceOf(DataIntegrityViolationException.class);
        moved(() -> seats.dequeue(session, false));
        assertThatThrownBy(() -> moved(() -> seats.dequeue(session, false)))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void tellsThatSeatsMayBeFreeOnlyWhereSomeoneWaits() {
        var builder = events.published().seats(30);
        var event = builder.now();
        events.republish(event, builder.passing(2).content());
        assertThat(news.stream(SeatsFreed.class)).isEmpty();

        moved(() -> seats.enqueue(event.session(), false));
        events.republish(event, builder.seats(31).content());
        assertThat(news.stream(SeatsFreed.class)).containsExactly(new SeatsFreed(event.session(), event.id()));
        moved(() -> seats.dequeue(event.session(), false));
    }

    private void moved(Runnable move) {
        transaction.executeWithoutResult(_ -> move.run());
    }
}
