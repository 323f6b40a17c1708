package fr.preau.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.PreauTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PreauTest
@ExtendWith(OutputCaptureExtension.class)
class NightTests {
    @Autowired
    private NightRepository nights;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    /// A heap of rows, and what happens when it is forgotten.
    private final class Heap implements Retention {
        private final String code;
        private final int cutAfter;

        Heap(String code, int rows) {
            this(code, rows, Integer.MAX_VALUE);
        }

        Heap(String code, int rows, int cutAfter) {
            this.code = mark + code;
            this.cutAfter = cutAfter;
            jdbc.sql("insert into public.heap select ?, n from generate_series(1, ?) n")
                    .param(this.code)
                    .param(rows)
                    .update();
        }

        private int batches;

        @Override
        public String code() {
            return code;
        }

        @Override
        public Promise promise() {
            return new Promise("Tas " + code, List.of("nom"), "pour voir", "personne", "une nuit");
        }

        @Override
        public int due(Instant now) {
            return jdbc.sql("select count(*)::int from public.heap where code = ?")
                    .param(code)
                    .query(Integer.class)
                    .single();
        }

        @Override
        public int forget(Instant now, int most) {
            var rows = jdbc.sql(
                            "delete from public.heap where ctid = any(array(select ctid from public.heap where code = ? limit ?))")
                    .param(code)
                    .param(most)
                    .update();
            if (++batches > cutAfter) {
                throw new IllegalStateException("cannot forget Zoé Secret <zoe@example.org>");
            }
            return rows;
        }
    }

    @BeforeEach
    void makeAHeap() {
        jdbc.sql("create unlogged table if not exists public.heap (code text, n int)")
                .update();
    }

    @org.junit.jupiter.api.AfterEach
    void leaveNoHeap() {
        jdbc.sql("drop table if exists public.heap").update();
    }

    @Test
    void forgetsInBatchesUntilNoneIsLeftAndWritesHowMany() {
        var heap = new Heap("a", 2 * Night.BATCH + 7);

        var lines = night(heap).run();

        assertThat(lines).singleElement().extracting(Night.Line::rows).isEqualTo(OptionalInt.of(2 * Night.BATCH + 7));
        assertThat(heap.due(clock.instant())).isZero();
        assertThat(last(heap)).extracting(NightRepository.Entry::forgotten).isEqualTo(407);
    }

    @Test
    void goesOnPastAPromiseThatFailsAndRepeatsNoWordOfIt(CapturedOutput log) {
        var broken = new Heap("a", 10, 0);
        var sound = new Heap("b", 10);

        var lines = night(broken, sound).run();

        assertThat(lines).extracting(Night.Line::rows).containsExactly(OptionalInt.empty(), OptionalInt.of(10));
        assertThat(broken.due(clock.instant())).as("its batch is undone").isEqualTo(10);
        assertThat(last(broken).problem()).isEqualTo("IllegalStateException");
        assertThat(log.getAll())
                .contains("promise " + broken.code())
                .doesNotContain("Zoé")
                .doesNotContain("zoe@");
    }

    @Test
    void goesOnTheNextTimeWhereItWasCutShort() {
        var cut = new Heap("a", 3 * Night.BATCH, 1);

        night(cut).run();
        assertThat(cut.due(clock.instant()))
                .as("the first batch is kept, the second undone")
                .isEqualTo(2 * Night.BATCH);
        assertThat(last(cut).forgotten()).isEqualTo(Night.BATCH);

        night(new Heap("a", 0)).run();
        assertThat(cut.due(clock.instant())).isZero();
        assertThat(last(cut))
                .satisfies(entry -> assertThat(entry.forgotten()).isEqualTo(3 * Night.BATCH))
                .satisfies(entry -> assertThat(entry.problem()).isNull());
    }

    @Test
    void countsWithoutForgettingOnADryRun() {
        var heap = new Heap("a", 12);

        assertThat(typed(night(heap), "--dry-run")).contains("12 à effacer").contains("Tas ");
        assertThat(heap.due(clock.instant())).isEqualTo(12);
        assertThat(nights.last()).doesNotContainKey(heap.code());

        assertThat(typed(night(heap))).contains("12 effacé");
        assertThat(heap.due(clock.instant())).isZero();
    }

    @Test
    void refusesArgumentsItDoesNotKnow() {
        var out = new ByteArrayOutputStream();
        assertThat(new ForgetCommand(night()).run(List.of("--now"), new PrintStream(out, true, StandardCharsets.UTF_8)))
                .isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("forget [--dry-run]");
    }

    @Test
    void refusesTwoPromisesOfOneCode() {
        var one = new Heap("a", 0);
        assertThatThrownBy(() -> new Promises(List.of(one, new Heap("a", 0))))
                .isInstanceOf(IllegalStateException.class);
    }

    private NightRepository.Entry last(Retention promise) {
        return java.util.Objects.requireNonNull(nights.last().get(promise.code()));
    }

    private Night night(Retention... promises) {
        return new Night(new Promises(List.of(promises)), nights, transactions, clock);
    }

    private static String typed(Night night, String... arguments) {
        var out = new ByteArrayOutputStream();
        var code = new ForgetCommand(night).run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(code).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }
}
