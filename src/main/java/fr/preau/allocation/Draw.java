package fr.preau.allocation;

/// [Rule#TIRAGE]: each in turn takes the best wish that has a seat left for them, a kept one first; when none has,
/// the workshop with most seats left for them, then the first by its id. A seat held before is its holder's until
/// their turn comes: nobody takes it from them.
final class Draw {
    private final Instance instance;
    private final Lottery lottery;
    private final Allocation.Found found;
    private final Cutoffs cutoffs;
    private final int[] open;
    private final int[][] kept;
    /// Seats whose holders are still to come, by workshop and category; those of no category last.
    private final int[][] held;
    private final int[] allHeld;
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
        }
        held = new int[workshops.size()][instance.categories().size() + 1];
        allHeld = new int[workshops.size()];
        for (var person = 0; instance.anySecured() && person < instance.participants(); person++) {
            hold(person, 1);
        }
        for (var workshop = 0; workshop < kept.length; workshop++) {
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
            hold(person, -1);
            if (!listed(person)) {
                unlisted(person);
            }
        }
        return new Allocation(instance, Rule.TIRAGE, lottery, found, null, cutoffs);
    }

    /// Counts the seat somebody held, or no longer.
    private void hold(int person, int seats) {
        if (!instance.secured(person)) {
            return;
        }
        var last = instance.wishes(person) - 1;
        var workshop =
                instance.fallback(person) >= 0 || last < 0 ? instance.fallback(person) : instance.wish(person, last);
        if (workshop >= 0) {
            held[workshop][column(instance.category(person))] += seats;
            allHeld[workshop] += seats;
        }
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

    /// How many people of a category could still sit there and leave those who hold a seat theirs.
    private int left(int workshop, int category) {
        var left = open[workshop] + (category < 0 ? 0 : kept[workshop][category]);
        if (allHeld[workshop] == 0) {
            return left;
        }
        for (var other = 0; other < held[workshop].length; other++) {
            var keptForThem = other < kept[workshop].length ? kept[workshop][other] : 0;
            left -= other == column(category)
                    ? held[workshop][other]
                    : Math.max(0, held[workshop][other] - keptForThem);
        }
        return left;
    }

    private int column(int category) {
        return category < 0 ? instance.categories().size() : category;
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
        if (open[workshop] > allHeld[workshop]) {
            return;
        }
        for (var category = -1; category < kept[workshop].length; category++) {
            if (left(workshop, category) <= 0) {
                cutoffs.full(workshop, category, number);
            }
        }
    }
}
