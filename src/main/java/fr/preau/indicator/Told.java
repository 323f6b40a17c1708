package fr.preau.indicator;

import fr.preau.registration.GirlsTold;
import fr.preau.territory.Uai;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;

/// What a département's share of girls is made of: what each school told of its classes.
record Told(Map<Uai, GirlsTold> schools) {
    static final Told NOTHING = new Told(Map.of());
    private static final int CLASSES = 3;
    private static final int PUPILS = 11;

    Told {
        schools = Map.copyOf(schools);
    }

    GirlsTold sum() {
        return schools.values().stream().reduce(GirlsTold.NOTHING, GirlsTold::plus);
    }

    /// Whether someone who read these earlier ones, too, learns of too few classes from none of the differences.
    boolean isFarFrom(Collection<Told> earlier) {
        return earlier.stream().allMatch(this::isFarFrom);
    }

    /// At least three classes came, went or changed, of eleven pupils or more; or none did.
    private boolean isFarFrom(Told earlier) {
        var classes = 0;
        var pupils = 0;
        var all = new HashSet<>(schools.keySet());
        all.addAll(earlier.schools.keySet());
        for (var school : all) {
            var now = schools.getOrDefault(school, GirlsTold.NOTHING);
            var then = earlier.schools.getOrDefault(school, GirlsTold.NOTHING);
            if (!now.equals(then)) {
                // At least: of a school only the sum is known.
                classes += Math.max(1, Math.abs(now.classes() - then.classes()));
                pupils += Math.max(Math.abs(now.pupils() - then.pupils()), Math.abs(now.girls() - then.girls()));
            }
        }
        return equals(earlier) || (classes >= CLASSES && pupils >= PUPILS);
    }
}
