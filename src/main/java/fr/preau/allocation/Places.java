package fr.preau.allocation;

import java.util.ArrayList;
import java.util.List;

/// Where one can sit: a workshop's open seats are one place, the seats it keeps for a category another.
final class Places {
    private final Instance instance;
    private final int[] open;
    private final int[][] kept;
    private final List<int[]> byComponent;
    private final int[] local;
    private final int[] workshop;
    private int count;
    private int largest;

    /// A place is numbered among all, and among those of its component.
    Places(Instance instance, Components components) {
        this.instance = instance;
        var workshops = instance.workshops().size();
        open = new int[workshops];
        kept = new int[workshops][instance.keepsSeats() ? instance.categories().size() : 0];
        var lists = new ArrayList<IntList>();
        for (var component = 0; component < components.count(); component++) {
            lists.add(new IntList());
        }
        var seats = new IntList();
        workshop =
                new int[Math.multiplyExact(workshops, 1 + instance.categories().size())];
        local = new int[Math.multiplyExact(workshops, 1 + instance.categories().size())];
        for (var workshop = 0; workshop < workshops; workshop++) {
            number(workshop, lists.get(components.ofWorkshop(workshop)), seats);
        }
        byComponent = lists.stream().map(IntList::trimmed).toList();
        byComponent.forEach(places -> largest = Math.max(largest, places.length));
        this.seats = seats.trimmed();
    }

    private final int[] seats;

    private void number(int workshop, IntList component, IntList seats) {
        open[workshop] = add(
                workshop, component, seats, instance.workshops().get(workshop).open());
        for (var category = 0; category < kept[workshop].length; category++) {
            var count = instance.kept(workshop, category);
            kept[workshop][category] = count == 0 ? -1 : add(workshop, component, seats, count);
        }
    }

    private int add(int of, IntList component, IntList seats, int count) {
        workshop[this.count] = of;
        local[this.count] = component.size();
        component.add(this.count);
        seats.add(count);
        return this.count++;
    }

    int count() {
        return count;
    }

    int largestComponent() {
        return largest;
    }

    int open(int workshop) {
        return open[workshop];
    }

    /// The place of the seats kept for a category, or -1.
    int kept(int workshop, int category) {
        return category < 0 || category >= kept[workshop].length ? -1 : kept[workshop][category];
    }

    int seats(int place) {
        return seats[place];
    }

    int workshop(int place) {
        return workshop[place];
    }

    int local(int place) {
        return local[place];
    }

    int[] ofComponent(int component) {
        return byComponent.get(component);
    }
}
