package fr.preau.consultation;

import fr.preau.allocation.Allocation;
import fr.preau.allocation.Allocator;
import fr.preau.allocation.Instance;
import fr.preau.allocation.Lottery;
import fr.preau.allocation.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The question of a pass in which nobody may lose: each list ends at the seat held, whoever has a seat keeps one at
/// least as good, seats kept for a category are anyone's now, workshops withheld are left out. Who chose a free seat
/// keeps it; who was seated beyond their list asks for nothing better than their list and keeps what they have
/// otherwise.
final class Pass {
    private final List<Participant> people;
    private final List<WorkshopId> workshops = new ArrayList<>();
    private final Allocation allocation;

    private Pass(Rule rule, List<Workshop> all, List<Participant> standing, String seed) {
        people = standing;
        var names = Frozen.names(all);
        var seats = new ArrayList<fr.preau.allocation.Workshop>();
        for (var workshop : all) {
            if (workshop.held()) {
                workshops.add(workshop.id());
                seats.add(new fr.preau.allocation.Workshop(
                        Objects.requireNonNull(names.get(workshop.id())), workshop.seats()));
            }
        }
        var built = Instance.of(seats);
        standing.forEach(person -> add(built, person, rule));
        if (standing.stream().anyMatch(person -> person.seat() != null)) {
            built.ranks(standing.stream()
                    .mapToInt(person -> person.wishes().size())
                    .max()
                    .orElse(0));
        }
        var instance = built.build();
        allocation = Allocator.run(instance, rule, Lottery.drawn(instance, seed));
    }

    private void add(Instance.Builder built, Participant person, Rule rule) {
        var seat = person.seat();
        var asked = person.wishes().stream().filter(workshops::contains).toList();
        var place = asked.indexOf(seat);
        if (seat == null) {
            built.add(person.pseudonym(), indexes(asked));
        } else if (person.chosen()) {
            built.add(person.pseudonym(), indexes(List.of(seat))).secure();
        } else if (place >= 0) {
            built.add(person.pseudonym(), indexes(asked.subList(0, place + 1))).secure();
        } else if (rule == Rule.TIRAGE) {
            built.add(person.pseudonym(), indexes(asked)).fallback(workshops.indexOf(seat));
        } else {
            built.add(person.pseudonym(), indexes(List.of(seat))).secure();
        }
    }

    private int[] indexes(List<WorkshopId> wishes) {
        return wishes.stream().mapToInt(workshops::indexOf).toArray();
    }

    /// What it gives.
    Allocation allocation() {
        return allocation;
    }

    /// Those whose seat changes, and their new one.
    Map<Participant, WorkshopId> moved() {
        var moved = new LinkedHashMap<Participant, WorkshopId>();
        for (var at = 0; at < people.size(); at++) {
            var seat = seat(at);
            if (seat != null && !seat.equals(people.get(at).seat())) {
                moved.put(people.get(at), seat);
            }
        }
        return moved;
    }

    private @Nullable WorkshopId seat(int at) {
        return allocation.workshop(at) == Allocation.NO_SEAT ? null : workshops.get(allocation.workshop(at));
    }

    /// Asks it of a session as it is now.
    @Component
    static class Maker {
        private final WorkshopRepository workshops;
        private final PartyRepository parties;
        private final DrawRepository draws;

        Maker(WorkshopRepository workshops, PartyRepository parties, DrawRepository draws) {
            this.workshops = workshops;
            this.parties = parties;
            this.draws = draws;
        }

        /// With the lottery of the first draw, which was made.
        Pass of(Session session) {
            var standing = parties.people(session.id()).stream()
                    .filter(Participant::stands)
                    .toList();
            return new Pass(
                    Objects.requireNonNull(session.drawing().rule()),
                    workshops.of(session.id()),
                    standing,
                    draws.of(session.id()).getFirst().seed());
        }
    }
}
