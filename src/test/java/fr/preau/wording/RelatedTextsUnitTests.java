package fr.preau.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class RelatedTextsUnitTests {
    private static final String THEME = "egal-acces";

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-26T09:00:00Z"), ZoneOffset.UTC);

    @Test
    void findsSharedWordsAndSynonymsInsideTheTheme() {
        try (var texts = new RelatedTexts(clock)) {
            texts.put("a", THEME, "Former les professeurs aux outils de l'ENT");
            texts.put("b", "enseigner", "Former les professeurs aux outils de l'ENT");
            texts.put("c", THEME, "Repeindre la cantine");

            var related = texts.like("Des formations ENT pour les enseignants", THEME, Set.of(), 5);

            assertThat(related).extracting(Related::id).containsExactly("a");
            assertThat(related.getFirst().basis())
                    .isEqualTo(new Basis(Basis.Method.SHARED_WORDS, 1, LocalDate.of(2026, 11, 26)));
        }
    }

    @Test
    void keepsNegationsAsWords() {
        try (var texts = new RelatedTexts(clock)) {
            texts.put("for", THEME, "Il faut généraliser les tablettes");
            texts.put("against", THEME, "Il n’faut pas généraliser les tablettes");

            assertThat(texts.like("Ne pas généraliser les tablettes", THEME, Set.of(), 5))
                    .extracting(Related::id)
                    .containsExactly("against", "for");
        }
    }

    @Test
    void leavesOutWhatIsAskedForgottenOrChanged() {
        try (var texts = new RelatedTexts(clock)) {
            texts.put("a", THEME, "Le wifi coupe au gymnase");
            texts.put("b", THEME, "Le wifi coupe au gymnase");
            texts.put("c", THEME, "Le wifi coupe au gymnase");
            texts.put("c", THEME, "Repeindre la cantine");
            texts.forget("b");

            assertThat(texts.like("wifi du gymnase", THEME, Set.of("a"), 5)).isEmpty();
            assertThat(texts.like("wifi du gymnase", THEME, Set.of(), 5))
                    .extracting(Related::id)
                    .containsExactly("a");
            assertThat(texts.like("", THEME, Set.of(), 5)).isEmpty();
        }
    }

    /// Prints what it takes; `-Dpreau.wording.items=50000` for the size a national consultation may reach.
    @Test
    void answersInALargeTheme() {
        int items = Integer.getInteger("preau.wording.items", 2_000);
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        var vocabulary = WordingsUnitTests.sentence(random, 6_000).split(" ", -1);
        var said = new ArrayList<Said<Integer>>();
        for (int i = 0; i < items; i++) {
            var words = new StringBuilder();
            for (int j = 0; j < 55; j++) {
                // Few words are frequent and many are rare, as in any language.
                words.append(vocabulary[(int) (vocabulary.length * Math.pow(random.nextDouble(), 4))])
                        .append(' ');
            }
            said.add(new Said<>(i, words.toString()));
        }
        try (var texts = new RelatedTexts(clock)) {
            var start = System.nanoTime();
            said.forEach(one -> texts.put(one.id().toString(), THEME, one.text()));
            texts.like("premier appel", THEME, Set.of(), 5);
            var indexed = System.nanoTime();
            List<Related> last = List.of();
            for (int i = 0; i < 200; i++) {
                last = texts.like(said.get(i * items / 200).text(), THEME, Set.of(), 5);
            }
            var asked = System.nanoTime();
            var pairs = new Wordings(clock).pairs(said);
            System.out.printf(
                    "wording: %d texts indexed in %d ms, a question in %.1f ms, near copies among all in %d ms (%d pairs)%n",
                    items,
                    (indexed - start) / 1_000_000,
                    (asked - indexed) / 200e6,
                    (System.nanoTime() - asked) / 1_000_000,
                    pairs.size());
            assertThat(last).hasSize(5);
        }
    }
}
