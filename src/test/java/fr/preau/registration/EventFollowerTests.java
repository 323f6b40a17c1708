package fr.preau.registration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.SettableClock;
import fr.preau.account.MailAddress;
import fr.preau.event.EventCancelled;
import fr.preau.event.EventPublished;
import fr.preau.event.Formerly;
import fr.preau.event.SessionCancelled;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.util.AopTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

/// What follows an event's news, heard here at once: that Modulith delivers them is Modulith's own test.
@PreauTest
@RecordApplicationEvents
class EventFollowerTests {
    private EventFollower follower;

    @Autowired
    private Registrations registrations;

    @Autowired
    private LostLinks links;

    @Autowired
    private Forgetting forgetting;

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

    /// Itself, not the proxy that hears news on another thread.
    @Autowired
    void unwrap(EventFollower proxied) {
        follower = AopTestUtils.getTargetObject(proxied);
    }

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void saysThatTheModerationCancelledWhenItDid() {
        var sitting = ground.sitting(1, 0);
        registrations.register(sitting.asks(Ground.pupil("Léa")));
        registrations.register(sitting.asks(Ground.pupil("Zoé")));

        follower.on(new EventCancelled(
                sitting.event(), "Découvrir le code", "Payant.", EventCancelled.By.MODERATORS));

        assertThat(news.stream(RegistrationCancelled.class).map(RegistrationCancelled::by))
                .containsExactly(RegistrationCancelled.By.MODERATION);
    }

    @Test
    void cancelsEveryoneOnceWhenAnEventIsCancelled() {
        var sitting = ground.sitting(200, 0);
        for (var one = 0; one < 105; one++) {
            registrations.register(sitting.asks(Ground.pupil("Léa")));
        }
        var cancelled = new EventCancelled(
                sitting.event(), "Découvrir le code", "Grève des trains.", EventCancelled.By.ORGANISER);

        follower.on(cancelled);
        follower.on(cancelled);

        assertThat(ground.now(sitting).taken()).isZero();
        assertThat(news.stream(RegistrationCancelled.class)
                        .filter(one -> one.event().id().equals(sitting.event())))
                .hasSize(105)
                .allMatch(one -> one.by() == RegistrationCancelled.By.ORGANISER
                        && one.reason().equals("Grève des trains."));
    }

    @Test
    void cancelsASessionAndLeavesTheOthers() {
        var sitting = ground.sitting(20, 0);
        registrations.register(sitting.asks(Ground.pupil("Léa")));
        var other = ground.sitting(20, 0);
        registrations.register(other.asks(Ground.pupil("Léa")));

        follower.on(new SessionCancelled(sitting.session(), sitting.event(), "Salle fermée."));

        assertThat(ground.now(sitting).taken()).isZero();
        assertThat(ground.now(other).taken()).isEqualTo(1);
    }

    @Test
    void tellsThoseWhoseSessionMoved() {
        var sitting = ground.sitting(20, 0);
        registrations.register(sitting.asks(Ground.pupil("Léa")));
        var before = new Formerly("Ailleurs", null, List.of());

        follower.on(new EventPublished(sitting.event(), 2, List.of(), false, Set.of(sitting.session()), before));
        follower.on(new EventPublished(sitting.event(), 3, List.of(), false, Set.of(), null));

        assertThat(news.stream(RegistrationChanged.class)
                        .filter(one -> one.event().id().equals(sitting.event())))
                .extracting(RegistrationChanged::what)
                .containsExactly(new RegistrationChanged.Moved(before));
    }

    @Test
    void sendsLinksToTheirAddressAndOnlySoOften() {
        var sitting = ground.sitting(20, 0);
        var adult = Ground.adult(2);
        registrations.register(sitting.asks(adult));
        var mail = new MailAddress(adult.mail());

        for (var time = 0; time < 5; time++) {
            assertThat(links.send(mail, "network of " + mail)).isTrue();
        }
        assertThat(links.send(new MailAddress(Ground.mail()), "network of " + mail))
                .isTrue();

        assertThat(news.stream(LinksAsked.class).filter(one -> one.mail().equals(adult.mail())))
                .hasSize(3);
        for (var time = 0; time < 20; time++) {
            links.send(new MailAddress(Ground.mail()), "busy network of " + mail);
        }
        assertThat(links.send(mail, "busy network of " + mail)).isFalse();
    }

    @Test
    void forgetsPeopleAndKeepsCounts() {
        var sitting = ground.sitting(60, 40);
        registrations.register(sitting.asks(Ground.pupil("Léa")));
        registrations.register(sitting.asks(Ground.pupil("Noé")));
        registrations.register(sitting.asks(Ground.schoolClass("2de 4", 20, 2)));
        clock.advance(Duration.ofDays(30));
        forget();
        assertThat(named(sitting))
                .as("thirty days after the session, not before")
                .isEqualTo(3);

        clock.advance(Duration.ofDays(4));
        forget();

        assertThat(jdbc.sql(
                                "select first_name, position('@' in mail) as at, person_id from registration.registration where session_id = ?")
                        .param(sitting.session().value())
                        .query((row, _) -> row.getString("first_name") + row.getInt("at") + row.getString("person_id"))
                        .list())
                .containsOnly("-0null")
                .hasSize(3);
        ground.audit(sitting);
    }

    private void forget() {
        transactions.executeWithoutResult(_ -> {
            forgetting.forget(false, clock.instant(), 100_000);
            forgetting.forget(true, clock.instant(), 100_000);
        });
    }

    private int named(Ground.Sitting sitting) {
        return jdbc.sql(
                        "select count(*)::int from registration.registration where session_id = ? and purged_at is null")
                .param(sitting.session().value())
                .query(Integer.class)
                .single();
    }
}
