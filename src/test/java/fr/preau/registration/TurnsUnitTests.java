package fr.preau.registration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.event.WaitingPolicy;
import fr.preau.registration.Turns.Room;
import fr.preau.registration.Turns.Turn;
import fr.preau.registration.Turns.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Whose turn it is under each policy.
class TurnsUnitTests {
    private static final WaitingPolicy TWICE = new WaitingPolicy(2);

    @Test
    void servesInTheOrderOfArrivalAsFarAsSeatsGo() {
        var first = person(2);
        var second = person(1);
        var third = person(1);
        assertThat(offered(List.of(first, second, third), room(3), WaitingPolicy.STRICT))
                .containsExactly(first.id(), second.id());
    }

    @Test
    void passesNobodyWhenStrict() {
        var queue = List.of(schoolClass(25, 0), person(1), person(2));
        assertThat(offered(queue, room(24), WaitingPolicy.STRICT)).isEmpty();
        assertThat(offered(queue, room(26), WaitingPolicy.STRICT))
                .containsExactly(queue.get(0).id(), queue.get(1).id());
    }

    @Test
    void letsASmallerOnePassWhenFillingAndCountsIt() {
        var large = schoolClass(25, 0);
        var small = person(2);
        var turns = Turns.of(List.of(large, small), room(3), TWICE);
        assertThat(turns).containsExactly(new Turn(small.id(), List.of(large.id())));
    }

    @Test
    void letsNobodyPassOnceTheBoundIsReached() {
        var patient = schoolClass(25, 1);
        var one = person(1);
        var other = person(1);
        assertThat(offered(List.of(patient, one, other), room(5), TWICE)).containsExactly(one.id());
        assertThat(offered(List.of(schoolClass(25, 2), one, other), room(5), TWICE))
                .isEmpty();
    }

    /// Whoever fits but may not pass holds its place too.
    @Test
    void keepsWhoMayNotPassBeforeThoseBehind() {
        var worn = schoolClass(25, 2);
        var fits = person(3);
        var behind = person(1);
        assertThat(offered(List.of(worn, fits, behind), room(3), TWICE)).isEmpty();
    }

    @Test
    void countsEachEntryPassed() {
        var first = schoolClass(30, 0);
        var second = schoolClass(20, 1);
        var small = person(1);
        assertThat(Turns.of(List.of(first, second, small), room(10), TWICE))
                .containsExactly(new Turn(small.id(), List.of(first.id(), second.id())));
    }

    /// 30 seats, 20 for classes which hold them all: 10 are free, and no class could have them.
    @Test
    void givesPeopleTheSeatsNoClassCouldHaveWhateverThePolicy() {
        var held = schoolClass(20, 0);
        var family = person(4);
        var pupil = person(1);
        var turns = Turns.of(List.of(held, family, pupil), new Room(10, 0, 10), WaitingPolicy.STRICT);
        assertThat(turns).containsExactly(new Turn(family.id(), List.of()), new Turn(pupil.id(), List.of()));
    }

    @Test
    void keepsForTheClassInFrontWhatItCouldHave() {
        var room = new Room(12, 12, 3);
        var large = schoolClass(20, 0);
        var pupil = person(1);
        assertThat(Turns.of(List.of(large, person(4)), room, WaitingPolicy.STRICT))
                .isEmpty();
        assertThat(Turns.of(List.of(large, pupil), room, WaitingPolicy.STRICT))
                .containsExactly(new Turn(pupil.id(), List.of()));
    }

    @Test
    void neverLetsAPersonPassAPersonWhenStrictEvenBesideClasses() {
        var queue = List.of(schoolClass(20, 0), person(6), person(1));
        assertThat(offered(queue, new Room(5, 0, 5), WaitingPolicy.STRICT)).isEmpty();
    }

    @Test
    void neverOffersMoreThanThereIsNorPassesMoreThanTheBound() {
        var seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (var draw = 0; draw < 1_000; draw++) {
            var policy = new WaitingPolicy(random.nextInt(4));
            var queue = queue(random, policy);
            var free = random.nextInt(40);
            var room = new Room(free, random.nextInt(free + 1), random.nextInt(free + 1));
            var turns = Turns.of(queue, room, policy);
            var offered = turns.stream().map(Turn::offered).collect(Collectors.toSet());
            var seats = queue.stream()
                    .filter(one -> offered.contains(one.id()))
                    .mapToInt(Waiting::seats)
                    .sum();
            assertThat(seats).isLessThanOrEqualTo(room.free());
            assertThat(turns.stream().map(Turn::offered)).doesNotHaveDuplicates();
            for (var one : queue) {
                var passes = turns.stream()
                        .filter(turn -> turn.passed().contains(one.id()))
                        .count();
                assertThat(one.passed() + passes).isLessThanOrEqualTo(Math.max(policy.passes(), one.passed()));
            }
        }
    }

    private static List<Waiting> queue(Random random, WaitingPolicy policy) {
        var queue = new ArrayList<Waiting>();
        for (var i = 0; i < 12; i++) {
            var passed = policy.isStrict() ? 0 : random.nextInt(policy.passes() + 1);
            queue.add(
                    random.nextInt(3) == 0
                            ? schoolClass(5 + random.nextInt(25), passed)
                            : new Waiting(id(), 1 + random.nextInt(6), false, passed));
        }
        return queue;
    }

    private static List<RegistrationId> offered(List<Waiting> queue, Room room, WaitingPolicy policy) {
        return Turns.of(queue, room, policy).stream().map(Turn::offered).toList();
    }

    /// A room where classes may take every seat.
    private static Room room(int free) {
        return new Room(free, free, 0);
    }

    private static Waiting person(int seats) {
        return new Waiting(id(), seats, false, 0);
    }

    private static Waiting schoolClass(int seats, int passed) {
        return new Waiting(id(), seats, true, passed);
    }

    private static RegistrationId id() {
        return new RegistrationId(UUID.randomUUID());
    }
}
