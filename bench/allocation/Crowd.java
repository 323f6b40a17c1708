package allocation;

import fr.preau.allocation.Instance;
import fr.preau.allocation.Workshop;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// People who wish: each draws distinct workshops by their popularity, which is log-normal (sigma 1); all workshops
/// have as many seats, 1.05 a person in total.
record Crowd(int people, int workshops, int wishes, Instance instance) {
    static Crowd of(int people, int workshops, int wishes, long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var popularity = new double[workshops];
        var total = 0.0;
        for (var workshop = 0; workshop < workshops; workshop++) {
            total += Math.exp(random.nextGaussian());
            popularity[workshop] = total;
        }
        var built = Instance.of(offered(people, workshops));
        for (var person = 0; person < people; person++) {
            built.add("p" + person, drawn(random, popularity, wishes));
        }
        return new Crowd(people, workshops, wishes, built.build());
    }

    private static List<Workshop> offered(int people, int workshops) {
        var seats = (int) Math.ceil(1.05 * people / workshops);
        var offered = new ArrayList<Workshop>();
        for (var workshop = 0; workshop < workshops; workshop++) {
            offered.add(new Workshop("w" + workshop, seats));
        }
        return offered;
    }

    private static int[] drawn(RandomGenerator random, double[] popularity, int wishes) {
        var drawn = new int[wishes];
        for (var rank = 0; rank < wishes; ) {
            var found = Arrays.binarySearch(popularity, random.nextDouble() * popularity[popularity.length - 1]);
            var workshop = found < 0 ? -found - 1 : found;
            var again = false;
            for (var before = 0; before < rank; before++) {
                again |= drawn[before] == workshop;
            }
            if (!again) {
                drawn[rank++] = workshop;
            }
        }
        return drawn;
    }
}
