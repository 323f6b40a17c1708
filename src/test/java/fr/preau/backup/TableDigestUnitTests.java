package fr.preau.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TableDigestUnitTests {
    @Test
    void sumsRowsWhateverTheirOrder() {
        var one = of("a\nb\nc\n", 3);
        var other = of("c\na\nb\n", 6);
        assertThat(other.sum()).isEqualTo(one.sum());
        assertThat(other.sha256()).isNotEqualTo(one.sha256());
        assertThat(one.rows()).isEqualTo(3);
        assertThat(one.bytes()).isEqualTo(6);
    }

    @Test
    void tellsRowsThatDifferOrComeTwice() {
        assertThat(of("a\nb\n", 4).sum()).isNotEqualTo(of("a\nc\n", 4).sum());
        assertThat(of("a\na\n", 4).sum()).isNotEqualTo(of("a\n", 2).sum());
        assertThat(of("ab\n", 3).sum()).isNotEqualTo(of("a\nb\n", 4).sum());
    }

    @Test
    void doesNotDependOnHowBytesArrive() {
        var seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var rows = new StringBuilder();
        for (var i = 0; i < 200; i++) {
            rows.append("x".repeat(random.nextInt(50))).append(i).append('\n');
        }
        var whole = of(rows.toString(), rows.length());
        for (var tries = 0; tries < 20; tries++) {
            assertThat(of(rows.toString(), 1 + random.nextInt(300))).isEqualTo(whole);
        }
    }

    private static TableDigest.Result of(String rows, int piece) {
        var bytes = rows.getBytes(StandardCharsets.UTF_8);
        var digest = new TableDigest();
        for (var from = 0; from < bytes.length; from += piece) {
            digest.write(bytes, from, Math.min(piece, bytes.length - from));
        }
        return digest.result();
    }
}
