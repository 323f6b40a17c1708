package fr.preau.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class BudgetUnitTests {
    private static final Duration LONG = Duration.ofMinutes(5);

    @Test
    void letsInAsManyAsItHasPlaces() throws InterruptedException {
        var budget = new Budget(2, 0, LONG);

        assertThat(budget.enter()).isTrue();
        assertThat(budget.enter()).isTrue();
        assertThat(budget.enter()).isFalse();
        assertThat(budget.inFlight()).isEqualTo(2);

        budget.leave();
        assertThat(budget.enter()).isTrue();
    }

    @Test
    void refusesAtOnceWhenTheQueueIsFull() throws Exception {
        var budget = new Budget(1, 2, LONG);
        assertThat(budget.enter()).isTrue();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = people.submit(budget::enter);
            var second = people.submit(budget::enter);
            await().until(() -> budget.waiting() == 2);

            assertThat(budget.enter()).as("a third who would wait").isFalse();

            budget.leave();
            budget.leave();
            assertThat(first.get()).isTrue();
            assertThat(second.get()).isTrue();
        }
    }

    @Test
    void servesThoseWhoWaitInTheirOrderAndNobodyBeforeThem() throws Exception {
        var budget = new Budget(1, 3, LONG);
        assertThat(budget.enter()).isTrue();
        var order = new ArrayList<Integer>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<CompletableFuture<Void>>();
            for (var number : List.of(1, 2, 3)) {
                all.add(CompletableFuture.runAsync(() -> pass(budget, number, order), people));
                await().until(() -> budget.waiting() == number);
            }
            budget.leave();
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get();
        }
        assertThat(order).containsExactly(1, 2, 3);
        assertThat(budget.inFlight()).isZero();
    }

    @Test
    void letsNobodyWaitForEver() throws InterruptedException, ExecutionException {
        var budget = new Budget(1, 1, Duration.ofMillis(1));
        assertThat(budget.enter()).isTrue();

        assertThat(budget.enter()).as("the turn that never came").isFalse();

        assertThat(budget.waiting()).isZero();
    }

    private static void pass(Budget budget, int number, List<Integer> order) {
        try {
            if (budget.enter()) {
                order.add(number);
                budget.leave();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
