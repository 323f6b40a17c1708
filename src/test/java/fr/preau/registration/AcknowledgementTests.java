package fr.preau.registration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.SettableClock;
import fr.preau.event.Audience;
import fr.preau.event.EventFixtures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whatever people do and in whatever order: behind each acknowledgement there is a row and a letter, behind each
/// refusal neither.
@PreauTest
class AcknowledgementTests {
    private static final int ACTS = 600;
    private static final List<String> NAMES = List.of("Léa", "Tom", "LEA", "Awa", "Noé");

    @Autowired
    private Registrations registrations;

    @Autowired
    private WaitingList list;

    @Autowired
    private WaitingRounds rounds;

    @Autowired
    private Receipts receipts;

    @Autowired
    private Ground ground;

    @Autowired
    private EventFixtures events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SettableClock clock;

    private final List<String> mails =
            IntStream.range(0, 4).mapToObj(_ -> Ground.mail()).toList();
    private final List<SeatRequest> sent = new ArrayList<>();

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void isARowAndALetterAndARefusalIsNeither() {
        var seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var sittings = List.of(ground.sitting(5, 0), ground.sitting(12, 0));

        for (var act = 0; act < ACTS; act++) {
            var sitting = sittings.get(random.nextInt(sittings.size()));
            switch (random.nextInt(12)) {
                case 0, 1, 2 -> register(request(sitting, random));
                case 3, 4 -> join(request(sitting, random));
                case 5 -> again(random);
                case 6 -> registration(sitting, random).ifPresent(this::cancel);
                case 7 -> registration(sitting, random).ifPresent(this::erase);
                case 8 -> entry(sitting, random).ifPresent(this::accept);
                case 9 -> entry(sitting, random).ifPresent(random.nextBoolean() ? this::leave : this::eraseWaiting);
                case 10 -> events.resize(sitting.event(), 3 + random.nextInt(10), 0);
                default -> {
                    clock.advance(Duration.ofMinutes(random.nextInt(90)));
                    rounds.expire();
                }
            }
            sittings.forEach(this::bounded);
            sittings.forEach(ground::audit);
        }
        assertThat(sent).as("somebody asked for something").isNotEmpty();
    }

    @Test
    void isUndoneByWhoeverSentTheForm() {
        var sitting = ground.sitting(10, 0);
        var lea = new Registrant.Pupil("Léa", mails.getFirst(), Audience.SECONDE, null);
        var tom = new Registrant.Pupil("Tom", mails.getFirst(), Audience.SECONDE, null);
        registrations.register(sitting.asks(lea));
        var both = new SeatRequest(UUID.randomUUID(), sitting.event(), sitting.session(), lea, List.of(tom), null);
        registrations.register(both);
        assertThat(ground.now(sitting).taken()).isEqualTo(2);

        receipts.undo(both.receipt());
        assertThat(standing(sitting)).isEqualTo(1);
        registrations.register(both);
        assertThat(standing(sitting)).isEqualTo(2);
        receipts.undo(both.receipt());
        clock.advance(Duration.ofHours(2));
        receipts.undo(UUID.randomUUID());

        assertThat(standing(sitting)).isEqualTo(1);
        ground.audit(sitting);
    }

    @Test
    void isNotGivenForWhatWasCancelledSince() {
        var sitting = ground.sitting(10, 0);
        var request = sitting.asks(Ground.adult(2));
        var first = ((Outcome.Confirmed) registrations.register(request)).registration();
        registrations.cancel(first, Cancellation.BY_REGISTRANT);

        assertThat(registrations.register(request)).isInstanceOf(Outcome.Confirmed.class);
        assertThat(registrations.register(request)).isInstanceOf(Outcome.AlreadyDone.class);
        assertThat(ground.now(sitting).taken()).isEqualTo(2);
    }

    @Test
    void isNotGivenForASiblingWhoLeftSinceAndHasNoSeatAnyMore() {
        var sitting = ground.sitting(3, 0);
        var lea = new Registrant.Pupil("Léa", mails.getFirst(), Audience.SECONDE, null);
        var tom = new Registrant.Pupil("Tom", mails.getFirst(), Audience.SECONDE, null);
        var alone = ((Outcome.Confirmed) registrations.register(sitting.asks(tom))).registration();
        var both = new SeatRequest(UUID.randomUUID(), sitting.event(), sitting.session(), lea, List.of(tom), null);
        registrations.register(both);
        registrations.cancel(alone, Cancellation.BY_REGISTRANT);
        registrations.register(sitting.asks(Ground.adult(2)));

        assertThat(registrations.register(both)).isInstanceOf(Outcome.Full.class);
        assertThat(standing(sitting)).isEqualTo(2);
    }

    private SeatRequest request(Ground.Sitting sitting, Random random) {
        var mail = mails.get(random.nextInt(mails.size()));
        var first = random.nextBoolean()
                ? pupil(mail, random)
                : new Registrant.Adult(NAMES.get(random.nextInt(5)), mail, 1 + random.nextInt(4));
        var children = IntStream.range(0, random.nextInt(3))
                .mapToObj(_ -> pupil(mail, random))
                .toList();
        var request = new SeatRequest(UUID.randomUUID(), sitting.event(), sitting.session(), first, children, null);
        sent.add(request);
        return request;
    }

    private static Registrant.Pupil pupil(String mail, Random random) {
        return new Registrant.Pupil(NAMES.get(random.nextInt(NAMES.size())), mail, Audience.SECONDE, null);
    }

    private void again(Random random) {
        if (sent.isEmpty()) {
            return;
        }
        var request = sent.get(random.nextInt(sent.size()));
        if (random.nextBoolean()) {
            register(request);
        } else {
            join(request);
        }
    }

    private void register(SeatRequest request) {
        var before = state();
        switch (registrations.register(request)) {
            case Outcome.Confirmed _, Outcome.AlreadyDone _ -> acknowledged(request);
            case Outcome.Known() -> remembered(request, before);
            case Outcome.Refused _, Outcome.Full _, Outcome.Unknown() ->
                assertThat(state()).isEqualTo(before);
        }
    }

    private void join(SeatRequest request) {
        var before = state();
        switch (list.join(request)) {
            case Joining.Joined _, Joining.Seated _ -> acknowledged(request);
            case Joining.Known() -> remembered(request, before);
            case Joining.Refused _, Joining.Room(), Joining.GivenBack(), Joining.Unknown() ->
                assertThat(state()).isEqualTo(before);
        }
    }

    /// Each person it names stands or waits, and was written to.
    private void acknowledged(SeatRequest request) {
        for (var one : request.each()) {
            assertThat(jdbc.sql("""
                                    select exists (
                                        select from (
                                            select id, mail, session_id, first_name from registration.registration
                                            where cancelled_at is null
                                            union all
                                            select id, mail, session_id, first_name from registration.waiting
                                            where ended_at is null) there
                                        join notification.message on about = there.id and recipient = there.mail
                                        where mail = ? and session_id = ?
                                            and registration.same(first_name) = registration.same(?)) as it
                                    """)
                            .params(
                                    one.registrant().mail(),
                                    request.session().value(),
                                    one.registrant().firstName())
                            .query((row, _) -> row.getBoolean("it"))
                            .single())
                    .as("%s has a row and a letter", one.registrant().firstName())
                    .isTrue();
        }
    }

    /// Nothing new is written; the address has something there, and a letter of this hour tells it.
    private void remembered(SeatRequest request, State before) {
        var mail = request.registrant().mail();
        assertThat(state().rows()).isEqualTo(before.rows());
        assertThat(jdbc.sql("""
                                select count(*) from notification.message
                                where recipient = ? and kind = 'REGISTRATION_LINKS' and created_at >= ?
                                """)
                        .params(mail, java.sql.Timestamp.from(clock.instant().minus(Duration.ofHours(1))))
                        .query(Integer.class)
                        .single())
                .as("a letter of this hour to %s, for %s, of %s", mail, request.each(), before)
                .isEqualTo(1);
    }

    private void cancel(Registration registration) {
        var before = letters();
        var change = registrations.cancel(registration, Cancellation.BY_REGISTRANT);
        assertThat(letters() > before).isEqualTo(change instanceof Change.Done);
    }

    private void erase(Registration registration) {
        registrations.erase(registration);
        assertThat(count(
                        "select count(*) from registration.registration where id = ? and mail like '%@%'",
                        registration))
                .isZero();
        assertThat(count(
                        "select count(*) from notification.message where about = ? and recipient like '%@%'",
                        registration))
                .isZero();
    }

    /// Refused to whoever is registered another way meanwhile, the entry goes; no registration comes or goes.
    private void accept(WaitingEntry entry) {
        var before = registered();
        switch (list.accept(entry)) {
            case Answer.Seated(var registration) -> {
                assertThat(registrations.held(registration.id()))
                        .hasValueSatisfying(held -> assertThat(held.stands()).isTrue());
                assertThat(count("select count(*) from notification.message where about = ?", registration))
                        .isPositive();
            }
            case Answer.Refused _ -> assertThat(registered()).isEqualTo(before);
            case Answer.Done(), Answer.Mistyped() -> throw new AssertionError("accepting seats or refuses");
        }
    }

    private void leave(WaitingEntry entry) {
        var before = letters();
        var done = list.leave(entry) instanceof Answer.Done;
        assertThat(letters() > before).isEqualTo(done);
    }

    private void eraseWaiting(WaitingEntry entry) {
        var accepted = !list.erase(entry);
        assertThat(count("select count(*) from registration.waiting where id = ? and mail like '%@%'", entry.wanted()))
                .isEqualTo(accepted ? 1 : 0);
    }

    private int count(String sql, Registration registration) {
        return jdbc.sql(sql)
                .param(registration.id().value())
                .query(Integer.class)
                .single();
    }

    /// Standing rows and letters of these people.
    private record State(List<String> rows, int letters) {}

    private State state() {
        var rows = jdbc.sql("""
                        select id || ' ' || seats from registration.registration
                        where mail = any(:mails) and cancelled_at is null
                        union
                        select id || ' ' || seats from registration.waiting where mail = any(:mails) and ended_at is null
                        order by 1
                        """)
                .param("mails", mails.toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list();
        return new State(rows, letters());
    }

    private List<String> registered() {
        return jdbc.sql("""
                        select id::text from registration.registration
                        where mail = any(?) and cancelled_at is null order by 1
                        """)
                .param(mails.toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list();
    }

    private int letters() {
        return jdbc.sql("select count(*) from notification.message where recipient = any(?)")
                .param(mails.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    private int standing(Ground.Sitting sitting) {
        return jdbc.sql("select count(*) from registration.registration where session_id = ? and cancelled_at is null")
                .param(sitting.session().value())
                .query(Integer.class)
                .single();
    }

    private void bounded(Ground.Sitting sitting) {
        for (var mail : mails) {
            assertThat(jdbc.sql("select registration.people_of(?, ?)")
                            .params(mail, sitting.session().value())
                            .query(Integer.class)
                            .single())
                    .as("people of one address")
                    .isLessThanOrEqualTo(SeatRequest.PEOPLE);
        }
    }

    private Optional<Registration> registration(Ground.Sitting sitting, Random random) {
        return any(
                random,
                jdbc.sql("select * from registration.registration where session_id = ? and purged_at is null")
                        .param(sitting.session().value())
                        .query(RegistrationRepository::registration)
                        .list());
    }

    private Optional<WaitingEntry> entry(Ground.Sitting sitting, Random random) {
        return any(
                random,
                jdbc
                        .sql("select key from registration.waiting where session_id = ? and purged_at is null")
                        .param(sitting.session().value())
                        .query((row, _) -> row.getString("key"))
                        .list()
                        .stream()
                        .flatMap(key -> list.held(key).stream())
                        .toList());
    }

    private static <T> Optional<T> any(Random random, List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }
}
