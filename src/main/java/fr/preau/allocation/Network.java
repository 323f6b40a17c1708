package fr.preau.allocation;

/// One component as the solver sees it: places, and for each person the places they may take, best first. A person's
/// slots are their wishes in order; where seats are kept, each wish is two slots of one rank, the kept seat then the
/// open one. The slot after the last is "no seat". People are numbered in the order of the draw.
final class Network {
    /// Real places; the place of this number is "no seat".
    final int places;

    final int[] seats;
    final int people;
    final int ranks;
    final int slots;
    private final int width;
    private final int[] options;
    private final int[] person;
    private final Instance instance;
    private final boolean anySecured;

    Network(Instance instance, Places all, int component, int[] person) {
        this.instance = instance;
        this.person = person;
        anySecured = instance.anySecured();
        people = person.length;
        ranks = instance.ranks();
        width = instance.keepsSeats() ? 2 : 1;
        slots = ranks * width;
        options = new int[Math.multiplyExact(people, slots)];
        var places = all.ofComponent(component);
        this.places = places.length;
        seats = new int[places.length];
        for (var place = 0; place < places.length; place++) {
            seats[place] = all.seats(places[place]);
        }
        for (var local = 0; local < people; local++) {
            list(all, local);
        }
    }

    private void list(Places all, int local) {
        var at = local * slots;
        var wishes = instance.wishes(person[local]);
        for (var rank = 0; rank < ranks; rank++) {
            var workshop = rank < wishes ? instance.wish(person[local], rank) : -1;
            if (width == 2) {
                var kept = workshop < 0 ? -1 : all.kept(workshop, instance.category(person[local]));
                options[at++] = kept < 0 ? -1 : all.local(kept);
            }
            options[at++] = workshop < 0 ? -1 : all.local(all.open(workshop));
        }
    }

    /// The place of a slot: -1 when the person has no such wish, [#places] when it is "no seat".
    int place(int local, int slot) {
        return slot == slots ? places : options[local * slots + slot];
    }

    /// Of a slot; that of "no seat" is [#ranks].
    int rank(int slot) {
        return width == 1 ? slot : slot >> 1;
    }

    /// The best place there is for them.
    int firstSlot(int local) {
        return place(local, 0) < 0 ? 1 : 0;
    }

    /// The slot in which a person reaches a place at a rank; the open one when it is not the kept place.
    int slot(int local, int rank, int place) {
        var slot = rank * width;
        return width == 1 || rank == ranks || place(local, slot) == place ? slot : slot + 1;
    }

    /// Whether they may end without a seat.
    boolean mayLeave(int local) {
        return !anySecured || !instance.secured(person[local]);
    }

    /// Their place in the instance.
    int person(int local) {
        return person[local];
    }
}
