package fr.preau.allocation;

import java.util.Arrays;

/// Splits an instance: two workshops are of one component when a chain of lists joins them. What happens in one
/// component says nothing about another.
final class Components {
    /// The component of those who listed nothing.
    static final int NONE = -1;

    private final Instance instance;
    private final int[] parent;
    private final int[] component;
    private int apart;
    private int count;

    Components(Instance instance) {
        this.instance = instance;
        parent = new int[instance.workshops().size()];
        Arrays.setAll(parent, workshop -> workshop);
        apart = parent.length;
        // Most often all are joined before long.
        for (var person = 0; person < instance.participants() && apart > 1; person++) {
            join(person);
        }
        component = number();
    }

    private void join(int person) {
        for (var rank = 1; rank < instance.wishes(person); rank++) {
            var one = root(instance.wish(person, 0));
            var other = root(instance.wish(person, rank));
            apart -= one == other ? 0 : 1;
            parent[Math.max(one, other)] = Math.min(one, other);
        }
    }

    private int root(int workshop) {
        var at = workshop;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private int[] number() {
        var numbers = new int[parent.length];
        for (var workshop = 0; workshop < parent.length; workshop++) {
            var root = root(workshop);
            numbers[workshop] = root == workshop ? count++ : numbers[root];
        }
        return numbers;
    }

    int count() {
        return count;
    }

    int ofWorkshop(int workshop) {
        return component[workshop];
    }

    int ofPerson(int person) {
        return instance.wishes(person) == 0 ? NONE : component[instance.wish(person, 0)];
    }

    /// Who is in each component, first come first.
    int[][] people(Lottery lottery) {
        var sizes = new int[count];
        for (var person = 0; person < instance.participants(); person++) {
            if (ofPerson(person) != NONE) {
                sizes[ofPerson(person)]++;
            }
        }
        var people = new int[count][];
        Arrays.setAll(people, each -> new int[sizes[each]]);
        Arrays.fill(sizes, 0);
        for (var place = 0; place < instance.participants(); place++) {
            var own = ofPerson(lottery.person(place));
            if (own != NONE) {
                people[own][sizes[own]++] = lottery.person(place);
            }
        }
        return people;
    }
}
