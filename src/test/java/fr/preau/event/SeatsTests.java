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

@PreauTest
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
}
