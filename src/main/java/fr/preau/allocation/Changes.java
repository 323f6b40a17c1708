package fr.preau.allocation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;

/// Changes of rank, numbered from the cheapest.
final class Changes {
    private final int ranks;
    private final int[] position;
    private final int[] from;
    private final int[] to;

    Changes(Costs costs) {
        ranks = costs.ranks() + 1;
        var cheapestFirst = new ArrayList<Integer>();
        for (var each = 0; each < ranks * ranks; each++) {
            cheapestFirst.add(each);
        }
        var change = new BigInteger[ranks * ranks];
        Arrays.setAll(change, each -> costs.of(each % ranks).subtract(costs.of(each / ranks)));
        cheapestFirst.sort(Comparator.comparing(each -> change[each]));
        position = new int[ranks * ranks];
        from = new int[position.length];
        to = new int[position.length];
        for (var place = 0; place < position.length; place++) {
            var each = cheapestFirst.get(place);
            position[each] = place;
            from[place] = each / ranks;
            to[place] = each % ranks;
        }
    }

    /// What each costs.
    long[] costs(long[] ofRank) {
        var costs = new long[position.length];
        Arrays.setAll(costs, change -> ofRank[to[change]] - ofRank[from[change]]);
        return costs;
    }

    int count() {
        return position.length;
    }

    int position(int fromRank, int toRank) {
        return position[fromRank * ranks + toRank];
    }

    int from(int change) {
        return from[change];
    }

    int to(int change) {
        return to[change];
    }
}
