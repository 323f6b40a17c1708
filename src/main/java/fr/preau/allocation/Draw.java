package fr.preau.allocation;

/// [Rule#TIRAGE]: each in turn takes the best wish that has a seat left for them, a kept one first; when none has, the
/// workshop with most seats left for them, then the first by its id.
final class Draw {
    private final Instance instance;
    private final Lottery lottery;
    private final Allocation.Found found;
    private final Cutoffs cutoffs;
    private final int[] open;
    private final int[][] kept;
    private final int[] byId;

    Draw(Instance instance, Lottery lottery, int components) {
        this.instance = instance;
        this.lottery = lottery;
        found = new Allocation.Found(instance.participants(), components);
        cutoffs = new Cutoffs(instance);
        var workshops = instance.workshops();
        open = workshops.stream().mapToInt(Workshop::open).toArray();
        kept = new int[workshops.size()][instance.categories().size()];
        for (var workshop = 0; workshop < kept.length; workshop++) {
            for (var category = 0; category < kept[workshop].length; category++) {
                kept[workshop][category] = instance.kept(workshop, category);
            }
            noteFull(workshop, 0);
        }
        byId = java.util.stream.IntStream.range(0, kept.length)
                .boxed()
                .sorted((one, other) -> Ids.compare(
                        workshops.get(one).id(), workshops.get(other).id()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    Allocation run() {
        for (var place = 0; place < instance.participants(); place++) {
            var person = lottery.person(place);
            if (!listed(person)) {
                unlisted(person);
            }
        }
        return new Allocation(instance, Rule.TIRAGE, lottery, found, null, cutoffs);
    }

    private boolean listed(int person) {
        for (var rank = 0; rank < instance.wishes(person); rank++) {
            if (left(instance.wish(person, rank), instance.category(person)) > 0) {
                found.rank[person] = rank;
                seat(person, instance.wish(person, rank));
                return true;
            }
        }
        return false;
    }

    private void unlisted(int person) {
        if (instance.fallback(person) >= 0) {
            found.completed.set(person);
            seat(person, instance.fallback(person));
        } else if (!instance.secured(person)) {
            elsewhere(person);
        }
    }

    private void elsewhere(int person) {
        var best = -1;
        var most = 0;
        for (var workshop : byId) {
            var left = left(workshop, instance.category(person));
            if (left > most) {
                best = workshop;
                most = left;
            }
        }
        if (best >= 0) {
            found.completed.set(person);
            seat(person, best);
        }
    }

    private int left(int workshop, int category) {
        return open[workshop] + (category < 0 ? 0 : kept[workshop][category]);
    }

    private void seat(int person, int workshop) {
        found.workshop[person] = workshop;
        var category = instance.category(person);
        if (category >= 0 && kept[workshop][category] > 0) {
            kept[workshop][category]--;
        } else {
            open[workshop]--;
        }
        noteFull(workshop, lottery.number(person));
    }

    private void noteFull(int workshop, int number) {
        if (open[workshop] > 0) {
            return;
        }
        for (var category = -1; category < kept[workshop].length; category++) {
            if (left(workshop, category) == 0) {
                cutoffs.full(workshop, category, number);
            }
        }
    }
}
