package fr.preau.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.indicator.Disclosure.Node;
import fr.preau.registration.GirlsTold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DisclosureUnitTests {
    private static final GirlsTold MANY = new GirlsTold(8, 200, 80);
    private static final GirlsTold LESS = new GirlsTold(4, 100, 40);
    private static final GirlsTold FEW = new GirlsTold(1, 25, 4);

    @Test
    void showsWhatIsSafeWhenEverythingIs() {
        assertThat(shown(region("R", academie("A", leaf("1", MANY), leaf("2", LESS)))))
                .containsExactlyInAnyOrder("R", "A", "1", "2");
    }

    @Test
    void hidesFewPupilsFewClassesFewGirlsAndFewOthers() {
        var whole = region(
                "R",
                academie(
                        "A",
                        leaf("2 classes", new GirlsTold(2, 60, 30)),
                        leaf("10 girls", new GirlsTold(3, 60, 10)),
                        leaf("10 boys", new GirlsTold(3, 60, 50)),
                        leaf("11 of each, 3 classes", new GirlsTold(3, 22, 11))));
        assertThat(shown(whole)).containsExactlyInAnyOrder("R", "A", "11 of each, 3 classes");
    }

    @Test
    void hidesOneMoreWhenTheOnlyHiddenOneIsADifference() {
        assertThat(shown(region("R", academie("A", leaf("1", MANY), leaf("2", LESS), leaf("3", FEW)))))
                .containsExactlyInAnyOrder("R", "A", "1");
    }

    /// An empty département is known to be empty: it hides nobody.
    @Test
    void doesNotHideBehindNothing() {
        assertThat(shown(region("R", academie("A", leaf("1", MANY), leaf("2", FEW), leaf("3", GirlsTold.NOTHING)))))
                .containsExactlyInAnyOrder("R", "A");
    }

    @Test
    void leavesSeveralHiddenOnesWhenTogetherTheyAreMany() {
        var half = new GirlsTold(2, 40, 15);
        assertThat(shown(region("R", academie("A", leaf("1", MANY), leaf("2", half), leaf("3", half)))))
                .containsExactlyInAnyOrder("R", "A", "1");
    }

    /// The académie of one small département is the région minus its other académie, whose départements add up to it.
    @Test
    void hidesAcrossLevels() {
        var shown = shown(region("R", academie("A", leaf("1", FEW)), academie("B", leaf("2", MANY), leaf("3", LESS))));
        assertThat(shown).containsExactlyInAnyOrder("R", "2");
    }

    @Test
    void hidesAllLevelsOfTerritoriesMadeOfOne() {
        var nation = Node.of(
                "N",
                List.of(
                        region("R", academie("A", leaf("1", MANY))),
                        region("S", academie("B", leaf("2", LESS))),
                        region("T", academie("C", leaf("3", FEW)))));
        assertThat(Disclosure.shown(nation)).containsExactlyInAnyOrder("N", "R", "A", "1");
    }

    /// Tries to work every hidden unsafe figure out of the shown ones, by linear algebra over the départements that
    /// have something: what adds and subtracts to it would be in their span.
    @Test
    void yieldsNoHiddenFigureToAnySubtraction() {
        var seed = new Random().nextLong();
        System.out.println("DisclosureUnitTests seed " + seed);
        var random = new Random(seed);
        for (var trial = 0; trial < 400; trial++) {
            var nation = nation(random);
            var shown = Disclosure.shown(nation);
            var leaves = nation.all().filter(node -> node.parts().isEmpty()).toList();
            var known = new ArrayList<double[]>();
            for (var node : nation.all().toList()) {
                if (shown.contains(node.key())) {
                    assertThat(node.told().isSafe())
                            .as("seed %d: %s", seed, node.key())
                            .isTrue();
                    known.add(indicator(node, leaves));
                }
            }
            var reduced = reduced(known);
            nation.all()
                    .filter(node -> !node.told().isNothing() && !node.told().isSafe())
                    .forEach(node -> assertThat(spans(reduced, indicator(node, leaves)))
                            .as("seed %d, trial: %s can be worked out", seed, node.key())
                            .isFalse());
        }
    }

    private static Node<String> nation(Random random) {
        var regions = new ArrayList<Node<String>>();
        for (var r = 0; r < 1 + random.nextInt(5); r++) {
            var academies = new ArrayList<Node<String>>();
            for (var a = 0; a < 1 + random.nextInt(3); a++) {
                var leaves = new ArrayList<Node<String>>();
                for (var d = 0; d < 1 + random.nextInt(5); d++) {
                    leaves.add(leaf("%d.%d.%d".formatted(r, a, d), told(random)));
                }
                academies.add(Node.of("%d.%d".formatted(r, a), leaves));
            }
            regions.add(Node.of("R" + r, academies));
        }
        return Node.of("N", regions);
    }

    private static GirlsTold told(Random random) {
        var classes = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(6);
        var pupils = classes * (4 + random.nextInt(25));
        return new GirlsTold(classes, pupils, pupils == 0 ? 0 : random.nextInt(pupils + 1));
    }

    private static double[] indicator(Node<String> node, List<Node<String>> leaves) {
        var inside = node.all().map(Node::key).toList();
        return leaves.stream()
                .mapToDouble(leaf -> inside.contains(leaf.key()) && !leaf.told().isNothing() ? 1 : 0)
                .toArray();
    }

    /// Gauss: each row with a pivot that no row after it has.
    private static List<double[]> reduced(List<double[]> rows) {
        var reduced = new ArrayList<double[]>();
        for (var row : rows) {
            var rest = without(reduced, row);
            if (pivot(rest) >= 0) {
                reduced.add(rest);
            }
        }
        return reduced;
    }

    private static boolean spans(List<double[]> reduced, double[] vector) {
        return pivot(without(reduced, vector)) < 0;
    }

    private static double[] without(List<double[]> reduced, double[] row) {
        var rest = row.clone();
        for (var other : reduced) {
            var pivot = pivot(other);
            var times = rest[pivot] / other[pivot];
            for (var i = 0; i < rest.length; i++) {
                rest[i] -= times * other[i];
            }
        }
        return rest;
    }

    private static int pivot(double[] row) {
        for (var i = 0; i < row.length; i++) {
            if (Math.abs(row[i]) > 1e-9) {
                return i;
            }
        }
        return -1;
    }

    private static Set<String> shown(Node<String> whole) {
        return Disclosure.shown(whole);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static Node<String> region(String key, Node<String>... academies) {
        return Node.of(key, Arrays.asList(academies));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static Node<String> academie(String key, Node<String>... departements) {
        return Node.of(key, Arrays.asList(departements));
    }

    private static Node<String> leaf(String key, GirlsTold told) {
        return Node.leaf(key, told);
    }
}
