package fr.preau.registration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.SettableClock;
import fr.preau.event.EventPublished;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.AopTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

/// When a registration stops naming someone.
@PreauTest
class ForgettingTests {
    @Autowired
    private Ground ground;

    @Autowired
    private Registrations registrations;

    @Autowired
    private Forgetting forgetting;

    @Autowired
    private EventFollower followers;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SettableClock clock;

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void followsASessionThatMovesCancelledRegistrationsToo() {
        var sitting = ground.sitting(10, 0);
        var standing = held(sitting);
        var cancelled = held(sitting);
        registrations.cancel(cancelled, Cancellation.BY_REGISTRANT);
        move(sitting, 60);

        EventFollower follower = AopTestUtils.getTargetObject(followers);
        follower.on(new EventPublished(sitting.event(), 2, List.of(), false, Set.of(sitting.session()), null));

        var expected = Keeping.until(ground.now(sitting));
        assertThat(until(standing)).isEqualTo(expected);
        assertThat(until(cancelled)).isEqualTo(expected);
    }

    @Test
    void neverForgetsBeforeTheSessionEvenWhenNewsOfItsMoveWereLost() {
        var sitting = ground.sitting(10, 0);
        var held = held(sitting);
        move(sitting, 60);
        clock.advance(Duration.ofDays(35));

        forget();

        assertThat(registrations.find(held.id()).orElseThrow().firstName()).isEqualTo("Camille");
        assertThat(until(held)).isEqualTo(Keeping.until(ground.now(sitting)));
        clock.advance(Duration.ofDays(60));
        forget();
        assertThat(registrations.find(held.id()).orElseThrow().firstName()).isEqualTo("-");
    }

    @Test
    void waitsUntilTheDayIsOverInEveryZone() {
        var sitting = ground.sitting(10, 0);
        var held = held(sitting);
        var lastDay = Keeping.until(ground.now(sitting));
        // Noon of the next day by universal time: it is only midnight where days end last.
        clock.advance(Duration.between(
                clock.instant(), lastDay.plusDays(1).atTime(11, 59).toInstant(java.time.ZoneOffset.UTC)));
        forget();
        assertThat(registrations.find(held.id()).orElseThrow().firstName()).isEqualTo("Camille");

        clock.advance(Duration.ofMinutes(2));
        forget();
        assertThat(registrations.find(held.id()).orElseThrow().firstName()).isEqualTo("-");
    }

    @Test
    void keepsWhoAskedForACertificateUntilTheDayTheyAskedFor() {
        var sitting = ground.sitting(10, 0);
        var held = held(sitting);
        registrations.keepUntil(held.id(), LocalDate.now(clock).plusDays(100));
        clock.advance(Duration.ofDays(99));
        forget();
        assertThat(registrations.find(held.id()).orElseThrow().firstName()).isEqualTo("Camille");

        clock.advance(Duration.ofDays(4));
        forget();
        assertThat(registrations.find(held.id()).orElseThrow().firstName()).isEqualTo("-");
    }

    private Registration held(Ground.Sitting sitting) {
        return ((Outcome.Confirmed) registrations.register(sitting.asks(Ground.adult(1)))).registration();
    }

    private void move(Ground.Sitting sitting, int days) {
        jdbc.sql("""
                        update event.session set starts_at = starts_at + make_interval(days => :days),
                            ends_at = ends_at + make_interval(days => :days) where id = :id
                        """).param("days", days).param("id", sitting.session().value()).update();
    }

    private LocalDate until(Registration held) {
        return jdbc.sql("select keep_until from registration.registration where id = ?")
                .param(held.id().value())
                .query(LocalDate.class)
                .single();
    }

    private void forget() {
        transactions.executeWithoutResult(_ -> forgetting.forget(false, clock.instant(), 100_000));
    }
}
