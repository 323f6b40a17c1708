package fr.preau.registration;

import fr.preau.event.PublishedSession;
import fr.preau.event.WaitingPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Whose turn it is: free seats go down the list in the order of arrival, under the organiser's policy. No database
/// here: what is read, and what must follow.
///
/// An entry that does not fit blocks those behind it. Under [WaitingPolicy#STRICT] for good; otherwise a smaller one
/// may pass as long as every entry it passes was passed fewer times than the policy says. Seats that no class could
/// have (beyond the share of classes) are not what a class in front waits for: taking one passes nobody.
final class Turns {
    /// One who waits, as the policy looks at it.
    record Waiting(RegistrationId id, int seats, boolean isClass, int passed) {
        static Waiting of(WaitingEntry entry) {
            return new Waiting(entry.id(), entry.wanted().seats(), entry.isClass(), entry.passed());
        }
    }

    /// Free seats: in all, those a class may take, those no class could have.
    record Room(int free, int forClasses, int besideClasses) {
        static Room of(PublishedSession session) {
            return new Room(session.free(), session.freeForClasses(), session.freeBesideClasses());
        }

        boolean has(Waiting entry) {
            return entry.seats() <= (entry.isClass() ? forClasses : free);
        }

        boolean hasBesideClasses(Waiting entry) {
            return !entry.isClass() && entry.seats() <= besideClasses;
        }

        Room without(Waiting entry) {
            var less = free - entry.seats();
            return entry.isClass()
                    ? new Room(less, forClasses - entry.seats(), Math.min(besideClasses, less))
                    : new Room(less, Math.min(forClasses, less), Math.max(0, besideClasses - entry.seats()));
        }
    }

    /// `offered` has its seats; `passed` were before it and got none.
    record Turn(RegistrationId offered, List<RegistrationId> passed) {}

    private final WaitingPolicy policy;
    private final List<Waiting> blocked = new ArrayList<>();
    private final Map<RegistrationId, Integer> passed = new HashMap<>();
    private Room room;

    private Turns(Room room, WaitingPolicy policy) {
        this.room = room;
        this.policy = policy;
    }

    /// In the order in which they are offered seats; `queue` is in the order of arrival.
    static List<Turn> of(List<Waiting> queue, Room room, WaitingPolicy policy) {
        var turns = new Turns(room, policy);
        return queue.stream().flatMap(next -> turns.turn(next).stream()).toList();
    }

    private List<Turn> turn(Waiting next) {
        if (!room.has(next) || !mayPass(next)) {
            blocked.add(next);
            return List.of();
        }
        var overtaken = overtakes(next) ? blocked : List.<Waiting>of();
        overtaken.forEach(one -> passed.merge(one.id(), 1, Integer::sum));
        room = room.without(next);
        return List.of(new Turn(next.id(), overtaken.stream().map(Waiting::id).toList()));
    }

    private boolean mayPass(Waiting next) {
        return !overtakes(next)
                || blocked.stream().allMatch(one -> one.passed() + passed.getOrDefault(one.id(), 0) < policy.passes());
    }

    private boolean overtakes(Waiting next) {
        return !blocked.isEmpty()
                && !(room.hasBesideClasses(next) && blocked.stream().allMatch(Waiting::isClass));
    }
}
