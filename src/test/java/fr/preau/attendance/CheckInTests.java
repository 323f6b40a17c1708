package fr.preau.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.SettableClock;
import fr.preau.account.PersonId;
import fr.preau.event.EventFixtures;
import fr.preau.registration.Registration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the door counts, whatever the order and the number of times it is told.
@PreauTest
class CheckInTests {
    private static final PersonId SOMEONE = new PersonId(UUID.randomUUID());

    @Autowired
    private DoorFixtures door;

    @Autowired
    private Desks desks;

    @Autowired
    private CarriedLists lists;

    @Autowired
    private TicketSigner signer;

    @Autowired
    private TicketRepository tickets;

    @Autowired
    private WalkIns walkIns;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void countsOneTicketOnceWhateverTheDevicesAndTheTimesItIsTold() {
        var event = door.event(30);
        var pupil = door.pupil(event, "Zoé");
        door.goInto(event);
        var early = act("here", pupil, clock.instant().minusSeconds(600));
        var late = act("here", pupil, clock.instant().minusSeconds(60));

        var first = merge(event, early);
        var second = merge(event, late, early, late);

        assertThat(first.answers()).allMatch(CarriedList.Answer::good);
        assertThat(second.answers()).allMatch(CarriedList.Answer::good);
        assertThat(second.answers().getFirst().sentence()).startsWith("Zoé : déjà accueilli à");
        assertThat(second.numbers().present()).isEqualTo(1);
    }

    @Test
    void believesWhatHappenedLastAtTheDoorNotWhatIsToldLast() {
        var event = door.event(30);
        var pupil = door.pupil(event, "Malik");
        door.goInto(event);
        var now = clock.instant();

        assertThat(merge(event, act("here", pupil, now.minusSeconds(300)))
                        .numbers()
                        .present())
                .isEqualTo(1);
        assertThat(merge(event, act("undo", pupil, now.minusSeconds(200)))
                        .numbers()
                        .present())
                .isZero();
        assertThat(merge(event, act("here", pupil, now.minusSeconds(300)))
                        .numbers()
                        .present())
                .isZero();
        assertThat(merge(event, act("here", pupil, now.minusSeconds(100)))
                        .numbers()
                        .present())
                .isEqualTo(1);
        assertThat(merge(event, act("undo", pupil, now.minusSeconds(200)))
                        .numbers()
                        .present())
                .isEqualTo(1);
    }

    @Test
    void endsWithTheSameListInWhateverOrderDevicesMergeAtOnce() throws Exception {
        var seed = System.nanoTime();
        System.out.println("seed " + seed);
        var event = door.event(60);
        var people = new ArrayList<Registration>();
        for (var at = 0; at < 12; at++) {
            people.add(door.pupil(event, "Élève " + (char) ('A' + at)));
        }
        door.goInto(event);
        var start = clock.instant().minusSeconds(1000);
        var random = new Random(seed);
        var devices = new ArrayList<Callable<CarriedList>>();
        var last = new java.util.HashMap<Registration, String>();
        var lastAt = new java.util.HashMap<Registration, Instant>();
        for (var device = 0; device < 6; device++) {
            var acts = new ArrayList<String>();
            for (var turn = 0; turn < 20; turn++) {
                var someone = people.get(random.nextInt(people.size()));
                var at = start.plusMillis(random.nextInt(900_000));
                var what = random.nextBoolean() ? "here" : "undo";
                acts.add(act(what, someone, at));
                if (at.isAfter(lastAt.getOrDefault(someone, Instant.MIN))) {
                    lastAt.put(someone, at);
                    last.put(someone, what);
                }
            }
            devices.add(() -> lists.merge(door.desk(desks, event), acts, SOMEONE));
            devices.add(() -> lists.merge(door.desk(desks, event), acts.reversed(), SOMEONE));
        }

        atOnce(devices);

        var expected = last.values().stream().filter("here"::equals).count();
        assertThat(merge(event).numbers().present()).isEqualTo((int) expected);
        assertThat(jdbc.sql("select count(*)::int from attendance.arrival where session_id = ?")
                        .param(event.session().value())
                        .query(Integer.class)
                        .single())
                .isLessThanOrEqualTo(people.size());
    }

    @Test
    void saysWhatIsWrongWithEachTicket() {
        var event = door.event(30);
        var other = door.event(30);
        var pupil = door.pupil(event, "Inès");
        var stranger = door.pupil(other, "Tom");
        tickets.remember(signer.ticket(stranger.id()));
        door.goInto(event);
        var forged = signer.ticket(pupil.id()).text().replaceAll(".{20}$", "0".repeat(20));
        var mistyped =
                signer.ticket(pupil.id()).code().value().replaceFirst("^.", "Z".equals(firstSign(pupil)) ? "Y" : "Z");

        var answers = merge(
                        event,
                        "here|%s|%d|||".formatted(signer.ticket(stranger.id()).text(), now()),
                        "here|%s|%d|||"
                                .formatted(signer.ticket(stranger.id()).code().shown(), now()),
                        "here|%s|%d|||".formatted(forged, now()),
                        "here|%s|%d|||".formatted(mistyped, now()),
                        "here|%s|%d|||".formatted(HumanCode.random(8).value(), now()),
                        "nonsense",
                        act("here", pupil, clock.instant()))
                .answers();

        assertThat(answers.stream().map(CarriedList.Answer::good))
                .containsExactly(false, false, false, false, false, false, true);
        assertThat(answers.get(0).sentence()).contains("autre événement");
        assertThat(answers.get(1).sentence()).contains("autre événement");
        assertThat(answers.get(2).sentence()).contains("faux");
        assertThat(answers.get(3).sentence()).contains("mal lue ou mal tapée");
        assertThat(answers.get(4).sentence()).contains("aucune place");
    }

    @Test
    void saysAtTheMergeThatATicketWasCancelledMeanwhile() {
        var event = door.event(30);
        var pupil = door.pupil(event, "Awa");
        cancel(pupil);
        door.goInto(event);

        var list = merge(event, act("here", pupil, clock.instant()));

        assertThat(list.answers().getFirst().good()).isFalse();
        assertThat(list.answers().getFirst().sentence()).contains("annulé");
        assertThat(list.numbers().present()).isZero();
        assertThat(list.lines()).singleElement().satisfies(line -> {
            assertThat(line.cancelled()).isTrue();
            assertThat(line.name()).isEmpty();
        });
    }

    @Test
    void asksEveryDeviceToLookAtWhoEnteredWithACancelledTicket() {
        var event = door.event(30);
        var pupil = door.pupil(event, "Awa");
        cancel(pupil);
        door.goInto(event);
        merge(event, act("here", pupil, clock.instant()), act("here", pupil, clock.instant()));

        var other = merge(event);

        assertThat(other.reviews())
                .singleElement()
                .satisfies(one ->
                        assertThat(one.words()).startsWith("Awa, entré à ").contains("annulé"));
        var counted = merge(
                event, "counted|%s|%d|||".formatted(other.reviews().getFirst().id(), now()));
        assertThat(counted.reviews()).isEmpty();
        assertThat(counted.numbers().walkIns()).isEqualTo(1);
        assertThat(merge(event, act("here", pupil, clock.instant())).reviews())
                .as("told again, it is settled")
                .isEmpty();
    }

    @Test
    void countsPeopleWhoCameWithoutRegisteringWhileThereWasNoNetwork() {
        var event = door.event(5);
        door.goInto(event);
        var group = "group|%s|%d|||4".formatted(UUID.randomUUID(), now());
        merge(event, group, group);

        assertThat(merge(event).numbers().walkIns()).isEqualTo(4);

        var list = merge(event, "group|%s|%d|||4".formatted(UUID.randomUUID(), now()));
        assertThat(list.numbers().walkIns()).isEqualTo(4);
        assertThat(list.reviews())
                .singleElement()
                .satisfies(one -> assertThat(one.words()).contains("sans inscription", "1 place libre"));
        assertThat(merge(
                                event,
                                "seen|%s|%d|||"
                                        .formatted(list.reviews().getFirst().id(), now()))
                        .reviews())
                .isEmpty();
    }

    @Test
    void countsWhoEnteredBeforeTheEndEvenToldAfterIt() {
        var event = door.event(5);
        door.goInto(event);
        var group = "group|%s|%d|||2".formatted(UUID.randomUUID(), now());
        clock.advance(Duration.ofHours(8));

        assertThat(merge(event, group).numbers().walkIns()).isEqualTo(2);
    }

    @Test
    void takesAlongNoAddressAndNoLink() {
        var event = door.event(30);
        var pupil = door.pupil(event, "Noé");
        door.goInto(event);

        assertThat(merge(event).toString())
                .contains("Noé")
                .doesNotContain(pupil.mail())
                .doesNotContain(pupil.key());
    }

    @Test
    void opensTheDayItselfOnTheEventsOwnClocks() {
        var event = door.event(30);
        var pupil = door.pupil(event, "Léa");

        assertThat(merge(event, act("here", pupil, clock.instant()))
                        .answers()
                        .getFirst()
                        .sentence())
                .contains("le jour de la séance");
        clock.advance(Duration.between(
                clock.instant(), door.desk(desks, event).opens().plusSeconds(1)));
        assertThat(merge(event, act("here", pupil, clock.instant())).numbers().present())
                .isEqualTo(1);
    }

    @Test
    void countsAClassHeadByHead() {
        var event = door.event(60);
        var group = door.schoolClass(event, "2de 4", 28);
        door.goInto(event);

        merge(
                event,
                "here|%s|%d|25|11|2".formatted(signer.ticket(group.id()).code().value(), now()));

        assertThat(jdbc.sql("select pupils, girls, adults from attendance.arrival where registration_id = ?")
                        .param(group.id().value())
                        .query()
                        .singleRow())
                .containsEntry("pupils", 25)
                .containsEntry("girls", 11)
                .containsEntry("adults", 2);
    }

    @Test
    void neverOversellsToThoseWhoComeWithoutRegistering() throws Exception {
        var event = door.event(10);
        door.adult(event, "Camille", 4);
        door.goInto(event);
        var desk = door.desk(desks, event);
        var token = UUID.randomUUID();
        var crowd = new ArrayList<Callable<WalkIns.Entry>>();
        for (var at = 0; at < 12; at++) {
            crowd.add(() -> walkIns.enter(desk, new WalkIns.Group(UUID.randomUUID(), 2, null)));
        }

        var entries = atOnce(crowd);

        assertThat(entries).filteredOn(WalkIns.Entry.Counted.class::isInstance).hasSize(3);
        assertThat(door.session(event).left()).isZero();
        assertThat(walkIns.enter(desk, new WalkIns.Group(token, 1, null))).isInstanceOf(WalkIns.Entry.Refused.class);
    }

    @Test
    void countsTheSameWalkInFormOnceAndGivesItsSeatsBackOnce() {
        var event = door.event(10);
        door.goInto(event);
        var desk = door.desk(desks, event);
        var group = new WalkIns.Group(UUID.randomUUID(), 3, null);

        walkIns.enter(desk, group);
        walkIns.enter(desk, group);
        assertThat(door.session(event).taken()).isEqualTo(3);
        assertThat(walkIns.leave(desk, group.token())).isTrue();
        assertThat(walkIns.leave(desk, group.token())).isFalse();
        assertThat(door.session(event).taken()).isZero();
    }

    private CarriedList merge(EventFixtures.Published event, String... acts) {
        return lists.merge(door.desk(desks, event), List.of(acts), SOMEONE);
    }

    private String act(String what, Registration registration, Instant at) {
        return "%s|%s|%d|||"
                .formatted(what, signer.ticket(registration.id()).code().value(), at.toEpochMilli());
    }

    private String firstSign(Registration registration) {
        return signer.ticket(registration.id()).code().value().substring(0, 1);
    }

    private long now() {
        return clock.instant().toEpochMilli();
    }

    private void cancel(Registration registration) {
        jdbc.sql("""
                        update registration.registration
                        set cancelled_at = now(), cancelled_by = 'REGISTRANT', cancelled_reason = '' where id = ?""").param(registration.id().value()).update();
    }

    private static <T> List<T> atOnce(List<Callable<T>> all) throws Exception {
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<T>>();
            for (var one : all) {
                running.add(threads.submit(() -> {
                    go.await();
                    return one.call();
                }));
            }
            go.countDown();
            var results = new ArrayList<T>();
            for (var one : running) {
                results.add(one.get());
            }
            return results;
        }
    }
}
