package fr.preau.registration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.web.LinkKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The race for the last seats: it happens without the counter's guard, and cannot with it.
@PreauTest
class OversellTests {
    private static final int CLIENTS = 50;

    @Autowired
    private Registrations registrations;

    @Autowired
    private Ground ground;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    /// What a check followed by an insert does: eight people count the same free seat before any of them takes it.
    @Test
    void oversellsWhenSeatsAreCountedThenTaken() throws Exception {
        var sitting = ground.sitting(1, 0);
        var counted = new CyclicBarrier(8);

        atOnce(
                8,
                () -> transaction.execute(_ -> {
                    var left = 1 - ground.rows(sitting);
                    await(counted);
                    if (left >= 1) {
                        insertWithoutGuard(sitting);
                    }
                    return true;
                }));

        assertThat(ground.rows(sitting)).isGreaterThan(1);
    }

    @Test
    void neverOversellsWithTheGuardHoweverManyComeAtOnce() throws Exception {
        var sitting = ground.sitting(1, 0);

        var outcomes = atOnce(8, () -> registrations.register(sitting.asks(Ground.pupil("Léa"))));

        assertThat(outcomes).filteredOn(Outcome.Confirmed.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.Full.class::isInstance).hasSize(7);
        assertThat(ground.rows(sitting)).isEqualTo(1);
        ground.audit(sitting);
    }

    @Test
    void keepsEverySeatAccountedForThroughClassesChangesAndCancellations() throws Exception {
        var seed = System.nanoTime();
        System.out.println("seed " + seed);
        var sitting = ground.sitting(30, 25);
        var other = ground.sitting(200, 150);
        var held = new ConcurrentLinkedQueue<Registration>();
        var clients = new ArrayList<Callable<Boolean>>();
        for (var client = 0; client < CLIENTS; client++) {
            var random = new Random(seed + client);
            clients.add(() -> {
                for (var turn = 0; turn < 12; turn++) {
                    oneTurn(random, random.nextInt(4) == 0 ? other : sitting, held);
                }
                return true;
            });
        }

        atOnce(clients);

        ground.audit(sitting);
        ground.audit(other);
    }

    @Test
    void writesTheSameFormOnceEvenSentAtTheSameInstant() throws Exception {
        var sitting = ground.sitting(100, 0);
        var request = sitting.asks(Ground.adult(3));

        var outcomes = atOnce(20, () -> registrations.register(request));

        assertThat(outcomes).filteredOn(Outcome.Confirmed.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.AlreadyDone.class::isInstance).hasSize(19);
        assertThat(ground.now(sitting).taken()).isEqualTo(3);
    }

    private void oneTurn(Random random, Ground.Sitting sitting, Queue<Registration> held) {
        switch (random.nextInt(6)) {
            case 0, 1 -> keep(registrations.register(sitting.asks(Ground.pupil("Léa"))), held);
            case 2 -> keep(registrations.register(sitting.asks(Ground.adult(1 + random.nextInt(6)))), held);
            case 3 ->
                keep(
                        registrations.register(sitting.asks(
                                Ground.schoolClass("2de " + random.nextInt(9), 5 + random.nextInt(26), 1))),
                        held);
            case 4 -> resize(random, held.poll(), held);
            default -> {
                var one = held.poll();
                if (one != null) {
                    registrations.cancel(one, Cancellation.BY_REGISTRANT);
                }
            }
        }
    }

    private void resize(Random random, @org.jspecify.annotations.Nullable Registration one, Queue<Registration> held) {
        if (one == null) {
            return;
        }
        var change = switch (one.kind()) {
            case PUPIL -> new Change.Gone();
            case ADULT -> registrations.change(one, 1 + random.nextInt(6));
            case CLASS ->
                registrations.change(
                        one, new ClassChange(new Registrant.Headcount(5 + random.nextInt(26), null, 1), ""));
        };
        held.add(change instanceof Change.Done(var changed) ? changed : one);
    }

    private static void keep(Outcome outcome, Queue<Registration> held) {
        if (outcome instanceof Outcome.Confirmed(var registration)) {
            held.add(registration);
        }
    }

    private void insertWithoutGuard(Ground.Sitting sitting) {
        jdbc.sql("""
                        insert into registration.registration (id, form_token, key, event_id, session_id, kind,
                            first_name, mail, seats, level, created_at, keep_until)
                        values (?, ?, ?, ?, ?, 'PUPIL', 'Léa', ?, 1, 'SECONDE', now(), current_date)
                        """)
                .params(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        LinkKey.fresh(),
                        sitting.event().value(),
                        sitting.session().value(),
                        Ground.mail())
                .update();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    static <T> List<T> atOnce(int times, Callable<T> what) throws InterruptedException, ExecutionException {
        return atOnce(java.util.Collections.nCopies(times, what));
    }

    /// Everyone waits at the same line, then goes.
    static <T> List<T> atOnce(List<? extends Callable<T>> all) throws InterruptedException, ExecutionException {
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
