package fr.preau.indicator;

import fr.preau.territory.NsiLycee;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lycées that teach NSI, counted by département, and those far from every event, the farthest first.
record Teaching(Map<String, Counts.Taught> counts, List<Coverage.Lonely> lonely, String years) {
    static Teaching of(List<NsiLycee> lycees, Nearby nearby) {
        var counts = new HashMap<String, Counts.Taught>();
        var lonely = new ArrayList<Coverage.Lonely>();
        for (var lycee : lycees) {
            var point = lycee.point();
            var near = point == null ? Optional.<Nearby.Near>empty() : nearby.to(point);
            var far = point != null && near.map(Nearby.Near::isFar).orElse(true);
            if (far) {
                lonely.add(new Coverage.Lonely(lycee, near));
            }
            counts.merge(
                    lycee.school().departement(),
                    new Counts.Taught(1, far ? 1 : 0, point == null ? 1 : 0, lycee.pupils(), lycee.girls()),
                    Counts.Taught::plus);
        }
        lonely.sort(Comparator.comparingDouble(Teaching::distance)
                .reversed()
                .thenComparing(one -> one.lycee().school().label()));
        return new Teaching(counts, List.copyOf(lonely), years(lycees));
    }

    private static double distance(Coverage.Lonely one) {
        return one.near().map(Nearby.Near::kilometres).orElse(Double.MAX_VALUE);
    }

    /// « 2023 », « 2021 à 2023 ».
    private static String years(List<NsiLycee> lycees) {
        var years = lycees.stream().mapToInt(NsiLycee::year).summaryStatistics();
        if (years.getCount() == 0) {
            return "";
        }
        return years.getMin() == years.getMax()
                ? String.valueOf(years.getMax())
                : "%d à %d".formatted(years.getMin(), years.getMax());
    }
}
