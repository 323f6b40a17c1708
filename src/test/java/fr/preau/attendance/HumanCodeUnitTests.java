package fr.preau.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HumanCodeUnitTests {
    private static final String SIGNS = "123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private final Random random = new Random(seed());

    private static long seed() {
        var seed = System.nanoTime();
        System.out.println("seed " + seed);
        return seed;
    }

    @Test
    void readsWhatItShowsHoweverItIsTyped() {
        for (var turn = 0; turn < 500; turn++) {
            var code = HumanCode.random(8);
            assertThat(code.value()).hasSize(9).doesNotContain("0", "O", "I", "L", "U");
            assertThat(HumanCode.parse(code.shown(), 8)).contains(code);
            assertThat(HumanCode.parse("  " + code.shown().toLowerCase(java.util.Locale.ROOT) + " ", 8))
                    .contains(code);
            assertThat(HumanCode.parse(code.value().replace('1', 'l'), 8)).contains(code);
        }
    }

    @Test
    void noticesAnySignMistaken() {
        for (var turn = 0; turn < 200; turn++) {
            var code = HumanCode.random(8).value();
            var at = random.nextInt(code.length());
            for (var sign = 0; sign < SIGNS.length(); sign++) {
                var typed = code.substring(0, at) + SIGNS.charAt(sign) + code.substring(at + 1);
                assertThat(HumanCode.parse(typed, 8).isPresent()).isEqualTo(typed.equals(code));
            }
        }
    }

    @Test
    void noticesAnyTwoSignsExchanged() {
        for (var turn = 0; turn < 200; turn++) {
            var code = HumanCode.random(8).value();
            for (var at = 0; at < code.length() - 1; at++) {
                var typed = code.substring(0, at) + code.charAt(at + 1) + code.charAt(at) + code.substring(at + 2);
                assertThat(HumanCode.parse(typed, 8).isPresent()).isEqualTo(typed.equals(code));
            }
        }
    }

    @Test
    void knowsWhatIsNoCode() {
        for (var typed : new String[] {"", "K7QF", "K7QF2M9RTX", "😀😀😀😀😀😀😀😀😀", "000000000", "UUUUUUUUU"}) {
            assertThat(HumanCode.parse(typed, 8)).as(typed).isEmpty();
        }
    }
}
