package allocation;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import fr.preau.allocation.Allocation;
import fr.preau.allocation.Instance;
import fr.preau.allocation.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/// The same instance given to OR-Tools' min-cost flow: a node a person, a node a workshop, an arc a wish.
final class OrTools {
    private final Instance instance;
    private final MinCostFlow flow = new MinCostFlow();
    private final List<Integer> profile = new ArrayList<>();

    /// @param costs of what the allocation found, for the same objective
    OrTools(Allocation costs) {
        instance = costs.instance();
        var people = instance.participants();
        var sink = people + instance.workshops().size();
        var base = base(costs.prices().orElseThrow().base().longValueExact());
        var none = power(base, instance.ranks() - 1);
        var last = power(base, Math.max(instance.ranks() - 2, 0));
        for (var person = 0; person < people; person++) {
            for (var rank = 0; rank < instance.ranks(); rank++) {
                var equite = rank == 0 ? 0 : power(base, rank - 1);
                var ahead = instance.ranks() - 1 - rank;
                var premiers = ahead == 0 ? last : last - power(base, ahead - 1);
                var cost = costs.rule() == Rule.EQUITE ? equite : instance.ranks() == 1 ? 0 : premiers;
                flow.addArcWithCapacityAndUnitCost(person, people + instance.wish(person, rank), 1, cost);
            }
            flow.addArcWithCapacityAndUnitCost(person, sink, 1, none);
            flow.setNodeSupply(person, 1);
        }
        for (var workshop = 0; workshop < instance.workshops().size(); workshop++) {
            var seats = instance.workshops().get(workshop).seats();
            flow.addArcWithCapacityAndUnitCost(people + workshop, sink, seats, 0);
        }
        flow.setNodeSupply(sink, -people);
    }

    /// OR-Tools refuses costs our base makes of many workshops: it gets the largest it takes, at worst 64.
    private long base(long exact) {
        var most = Long.MAX_VALUE
                / (4L * (instance.participants() + instance.workshops().size() + 2));
        return Math.pow(exact, instance.ranks() - 1) < most ? exact : 64;
    }

    private static long power(long base, int exponent) {
        var power = 1L;
        for (var each = 0; each < exponent; each++) {
            power = Math.multiplyExact(power, base);
        }
        return power;
    }

    static void load() {
        Loader.loadNativeLibraries();
    }

    Meter.Taken solve() {
        var status = new AtomicReference<MinCostFlowBase.Status>();
        var taken = Meter.Taken.by(() -> status.set(flow.solve()));
        if (status.get() != MinCostFlowBase.Status.OPTIMAL) {
            throw new IllegalStateException("OR-Tools: " + status.get());
        }
        for (var rank = 0; rank <= instance.ranks(); rank++) {
            profile.add(0);
        }
        var stride = instance.ranks() + 1;
        for (var arc = 0; arc < instance.participants() * stride; arc++) {
            if (flow.getFlow(arc) > 0) {
                profile.set(arc % stride, profile.get(arc % stride) + 1);
            }
        }
        return taken;
    }

    /// People at each rank, then without a seat: the best profile is one, so it must be ours.
    List<Integer> profile() {
        return profile;
    }
}
