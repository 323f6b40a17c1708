package fr.preau.registration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.SettableClock;
import fr.preau.event.EventFixtures;
import fr.preau.event.Events;
import fr.preau.event.Seats;
import fr.preau.event.WaitingPolicy;
import fr.preau.programme.EditionFixtures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Thousands of operations at once on a few small sessions: people and classes register, wait, accept, refuse, ask for
/// less, cancel; organisers raise and lower the seats; hours pass and offers expire on several nodes. Then the books.
@PreauTest
class WaitingStormTests {
    private static final int CLIENTS = 8;
    private static final int TURNS = 250;

    @Autowired
    private WaitingList list;

    @Autowired
    private WaitingRepository waiting;

    @Autowired
    private WaitingRounds rounds;

    @Autowired
    private Registrations registrations;

    @Autowired
    private Events published;

    @Autowired
    private EventFixtures events;

    @Autowired
    private EditionFixtures editions;

    @Autowired
    private Ground ground;

    @Autowired
    private Seats seats;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SettableClock clock;

    @Autowired
    private ConfigurableApplicationContext context;

    private final Queue<Registration> seated = new ConcurrentLinkedQueue<>();
    private final Queue<WaitingEntry> waits = new ConcurrentLinkedQueue<>();
    private final Queue<WaitingEntry> joined = new ConcurrentLinkedQueue<>();
    private final AtomicInteger running = new AtomicInteger(CLIENTS);
    private final AtomicInteger played = new AtomicInteger();
    private List<Ground.Sitting> sittings = List.of();
    private OfferWitness witness;

    @BeforeEach
    void witnessEveryOffer() {
        witness = new OfferWitness(seats, waiting);
        context.addApplicationListener(witness);
    }

    @AfterEach
    void putTheClockBack() {
        clock.reset();
        context.removeApplicationListener(witness);
    }

    /// Two strict sessions, one of which keeps seats no class can have, and one that fills.
    @Test
    void neverOversellsLosesAnEntryOffersASeatTwiceOrBreaksTheOrder() throws Exception {
        var seed = System.nanoTime();
        System.out.println("seed " + seed);
        var strict = sitting(20, 20, 0);
        var beside = sitting(24, 12, 0);
        var filling = sitting(20, 20, 2);
        sittings = List.of(strict, beside, filling);

        var clients = new ArrayList<Callable<List<String>>>();
        for (var client = 0; client < CLIENTS; client++) {
            var random = new Random(seed + client);
            clients.add(() -> play(random));
        }
        clients.add(this::watch);
        clients.add(this::expire);
        assertThat(OversellTests.atOnce(clients)).as("books at every moment").allMatch(List::isEmpty);

        sittings.forEach(ground::audit);
        assertThat(lost()).as("entries lost").isEmpty();
        assertThat(waitsForNothing()).as("seats nobody is offered").isEmpty();
        assertThat(overtaken(strict, 0)).as("passed though strict").isEmpty();
        assertThat(overtaken(beside, 0)).as("passed though strict").isEmpty();
        assertThat(overtaken(filling, 2)).as("passed more than twice").isEmpty();
        assertThat(count("ACCEPTED")).as("the storm did something").isGreaterThan(20);
        assertThat(count("EXPIRED")).isGreaterThan(5);
    }

    private List<String> play(Random random) {
        try {
            for (var turn = 0; turn < TURNS; turn++) {
                turn(random, sittings.get(random.nextInt(sittings.size())));
                played.incrementAndGet();
            }
            return List.of();
        } finally {
            running.decrementAndGet();
        }
    }

    /// Some of those who wait never answer.
    private void turn(Random random, Ground.Sitting sitting) {
        switch (random.nextInt(20)) {
            case 0, 1, 2 -> register(sitting, someone(random));
            case 3, 4, 5, 6 -> join(sitting, someone(random), random.nextInt(4) > 0);
            case 7, 8, 9, 10, 11 -> accept();
            case 12 -> leave();
            case 13 -> reduce(random);
            case 14, 15, 16, 17 -> cancel();
            case 18 -> shrink(random);
            default -> {
                // Often less than is taken, where classes keep to a share they did not have before.
                var seats = 12 + random.nextInt(16);
                events.resize(sitting.event(), seats, sitting.equals(sittings.get(1)) ? seats / 2 : seats);
            }
        }
    }

    private static Registrant someone(Random random) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> Ground.pupil("Léa");
            case 2, 3 -> Ground.adult(1 + random.nextInt(6));
            default -> Ground.schoolClass("2de", 3 + random.nextInt(9), 1);
        };
    }

    private void register(Ground.Sitting sitting, Registrant registrant) {
        if (registrations.register(sitting.asks(registrant)) instanceof Outcome.Confirmed(var registration)) {
            seated.add(registration);
        }
    }

    private void join(Ground.Sitting sitting, Registrant registrant, boolean answers) {
        switch (list.join(sitting.asks(registrant))) {
            case Joining.Joined(var entry) -> {
                joined.add(entry);
                if (answers) {
                    waits.add(entry);
                }
            }
            case Joining.Seated(var registration) -> seated.add(registration);
            case Joining.Known(), Joining.Refused _, Joining.Room(), Joining.GivenBack(), Joining.Unknown() -> {}
        }
    }

    private void accept() {
        for (var tries = 0; tries < 10; tries++) {
            var entry = waits.poll();
            if (entry == null) {
                return;
            }
            var now = waiting.find(entry.id()).orElseThrow();
            if (now.waits()) {
                waits.add(entry);
            } else if (now.state() == WaitingEntry.State.OFFERED) {
                if (list.accept(now) instanceof Answer.Seated(var registration)) {
                    seated.add(registration);
                }
                return;
            }
        }
    }

    private void leave() {
        var entry = waits.poll();
        if (entry != null) {
            list.leave(entry);
        }
    }

    private void reduce(Random random) {
        var entry = waits.poll();
        if (entry == null) {
            return;
        }
        switch (entry.wanted().kind()) {
            case PUPIL -> {}
            case ADULT -> list.reduce(entry, 1 + random.nextInt(6));
            case CLASS ->
                list.reduce(entry, new ClassChange(new Registrant.Headcount(1 + random.nextInt(10), null, 1), ""));
        }
        waits.add(entry);
    }

    private void shrink(Random random) {
        var one = seated.poll();
        if (one == null) {
            return;
        }
        var change = switch (one.kind()) {
            case PUPIL -> new Change.Gone();
            case ADULT -> registrations.change(one, 1 + random.nextInt(6));
            case CLASS ->
                registrations.change(
                        one, new ClassChange(new Registrant.Headcount(1 + random.nextInt(10), null, 1), ""));
        };
        seated.add(change instanceof Change.Done(var changed) ? changed : one);
    }

    private void cancel() {
        var one = seated.poll();
        if (one != null) {
            registrations.cancel(one, Cancellation.BY_REGISTRANT);
        }
    }

    /// Seven times while the storm lasts, however fast it goes, the longest that an offer holds passes; the timetable
    /// and another node look for late offers at the same time.
    private List<String> expire() throws InterruptedException {
        for (var time = 1; time < 8 && running.get() > 0; time++) {
            while (played.get() < time * CLIENTS * TURNS / 8 && running.get() > 0) {
                Thread.sleep(10);
            }
            clock.advance(Duration.ofHours(35));
            rounds.expire();
        }
        return List.of();
    }

    /// The books balance at every moment, not only at the end.
    private List<String> watch() throws InterruptedException {
        while (running.get() > 0) {
            var wrong = ground.imbalances(sittings);
            if (!wrong.isEmpty()) {
                return wrong;
            }
            Thread.sleep(100);
        }
        return List.of();
    }

    /// Every entry is somewhere, and each that was accepted is a registration.
    private List<WaitingEntry> lost() {
        return joined.stream()
                .filter(entry -> {
                    var now = waiting.find(entry.id());
                    return now.isEmpty()
                            || (now.get().state() == WaitingEntry.State.ACCEPTED
                                    && registrations.find(entry.id()).isEmpty());
                })
                .toList();
    }

    /// Whoever could have seats under the policy has an offer.
    private List<Turns.Turn> waitsForNothing() {
        return sittings.stream()
                .flatMap(sitting -> Turns.of(
                        waiting.front(sitting.session()).stream()
                                .map(Turns.Waiting::of)
                                .toList(),
                        Turns.Room.of(ground.now(sitting)),
                        policy(sitting))
                        .stream())
                .toList();
    }

    private WaitingPolicy policy(Ground.Sitting sitting) {
        return published.find(sitting.event()).orElseThrow().waiting();
    }

    /// The entries that were passed more often than `most`, as it was seen and as their rows tell it.
    private Map<RegistrationId, Integer> overtaken(Ground.Sitting sitting, int most) {
        var seen = witness.passed(sitting.session());
        assertThat(told(sitting)).as("passed, as the list tells it").isEqualTo(seen);
        seen.values().removeIf(times -> times <= most);
        return seen;
    }

    private Map<RegistrationId, Integer> told(Ground.Sitting sitting) {
        return jdbc
                .sql("select id, passed from registration.waiting where session_id = ? and passed > 0")
                .param(sitting.session().value())
                .query((row, _) -> Map.entry(new RegistrationId(row.getObject("id", UUID.class)), row.getInt("passed")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private int count(String state) {
        return sittings.stream()
                .mapToInt(sitting -> jdbc.sql(
                                "select count(*)::int from registration.waiting where session_id = ? and state = ?")
                        .param(sitting.session().value())
                        .param(state)
                        .query(Integer.class)
                        .single())
                .sum();
    }

    private Ground.Sitting sitting(int seats, int forClasses, int passes) {
        return ground.sitting(ground.event()
                .on(editions.today().plusDays(12), "14:00", "16:00")
                .seats(seats)
                .forClasses(forClasses)
                .passing(passes));
    }
}
