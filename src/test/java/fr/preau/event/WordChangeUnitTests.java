package fr.preau.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordChangeUnitTests {
    @Test
    void marksWordsGoneAndWordsNew() {
        var changes = WordChange.between("un petit robot rouge", "un grand robot rouge");

        assertThat(words(changes, WordChange.Kind.GONE)).isEqualTo("petit");
        assertThat(words(changes, WordChange.Kind.NEW)).isEqualTo("grand");
    }

    @Test
    void joinsNeighboursOfAKind() {
        var changes = WordChange.between("un robot", "un robot vraiment tout neuf");

        assertThat(changes).hasSize(2);
        assertThat(changes.getLast().words()).isEqualTo(" vraiment tout neuf");
    }

    @Test
    void saysNothingOfTwoEmptyTexts() {
        assertThat(WordChange.between("", "")).isEmpty();
    }

    @Test
    void alwaysGivesBackBothTexts() {
        var seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (int draw = 0; draw < 1000; draw++) {
            var before = text(random);
            var after = text(random);
            var changes = WordChange.between(before, after);
            assertThat(without(changes, WordChange.Kind.NEW)).isEqualTo(before);
            assertThat(without(changes, WordChange.Kind.GONE)).isEqualTo(after);
        }
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(12), 0, 4)
                .mapToObj(word -> Arrays.asList("un", "robot", "rouge", "\n").get(word))
                .collect(Collectors.joining(" "));
    }

    private static String words(java.util.List<WordChange> changes, WordChange.Kind kind) {
        return changes.stream()
                .filter(change -> change.kind() == kind)
                .map(WordChange::words)
                .collect(Collectors.joining());
    }

    private static String without(java.util.List<WordChange> changes, WordChange.Kind kind) {
        return WordChange.side(changes, kind).stream().map(WordChange::words).collect(Collectors.joining());
    }
}
