package fr.preau.allocation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// Small instances with everything that can be odd about one.
public class RandomInstances {
    private static final List<String> CATEGORIES = List.of("élève", "parent");

    private final RandomGenerator random;

    public RandomInstances(RandomGenerator random) {
        this.random = random;
    }

    public Instance next(int people, int workshops, boolean keepSeats) {
        return next(people, workshops, workshops, keepSeats);
    }

    /// With lists no longer than that.
    Instance next(int people, int workshops, int longest, boolean keepSeats) {
        var offered = new ArrayList<Workshop>();
        for (var each = 0; each < workshops; each++) {
            offered.add(workshop("a" + each, random.nextInt(4), keepSeats));
        }
        var built = Instance.of(offered);
        for (var each = 0; each < people; each++) {
            var category = keepSeats ? random.nextInt(CATEGORIES.size() + 1) : CATEGORIES.size();
            built.add(
                    "p" + each,
                    category == CATEGORIES.size() ? "" : CATEGORIES.get(category),
                    wishes(workshops, longest));
        }
        return built.build();
    }

    private Workshop workshop(String id, int seats, boolean keepSeats) {
        Map<String, Integer> kept = new TreeMap<>();
        var left = seats;
        if (keepSeats) {
            for (var category : CATEGORIES) {
                kept.put(category, random.nextInt(left + 1));
                left -= kept.get(category);
            }
        }
        return new Workshop(id, seats, kept);
    }

    private int[] wishes(int workshops, int longest) {
        var all = new ArrayList<Integer>();
        for (var each = 0; each < workshops; each++) {
            all.add(each);
        }
        Collections.shuffle(all, java.util.Random.from(random));
        var length = random.nextInt(4) == 0 ? random.nextInt(longest + 1) : longest;
        // Everyone wants the same, half of the time: that is where seats are short and ties many.
        return (random.nextBoolean() ? all.stream() : all.stream().sorted())
                .limit(length)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
