package fr.preau.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.registration.GirlsTold;
import fr.preau.territory.ASchool;
import fr.preau.territory.Departement;
import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import fr.preau.territory.Uai;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// Somebody keeps every publication of the shares of girls and subtracts.
class PublishingUnitTests {
    private static final List<String> PLACES = List.of("09", "31", "2A", "2B", "32");

    private final Territories territories = new Territories();
    private final Publishing publishing = new Publishing(territories);

    /// One class, as its teacher told of it, in a school of its own.
    private record Group(int number, String departement, Uai school, int pupils, int girls) {}

    /// Which classes a shown figure was made of.
    private record Reading(String territory, Set<Integer> classes) {}

    @Test
    void movesOnlyOnceThreeClassesMoreStandBehindIt() {
        var groups = groups("09", 3);
        var published = publishing.next(Published.NOTHING, told(groups));
        var first = share(published);
        for (var more = 1; more <= 2; more++) {
            groups.add(group(100 + more, "09", 12, 12));
            published = publishing.next(published, told(groups));
            assertThat(share(published)).as("%d more", more).isEqualTo(first);
        }
        groups.add(group(103, "09", 12, 12));
        assertThat(share(publishing.next(published, told(groups)))).isGreaterThan(first);
    }

    @Test
    void movesForNoCancellationOfOneClass() {
        var groups = groups("09", 6);
        var published = publishing.next(Published.NOTHING, told(groups));
        var first = share(published);
        groups.removeLast();
        published = publishing.next(published, told(groups));
        assertThat(share(published)).isEqualTo(first);
        assertThat(published.versions().get("09")).hasSize(1);
    }

    /// Three classes come, then two of them go and one comes: two classes from the first publication.
    @Test
    void comparesWithEveryEarlierPublication() {
        var groups = groups("09", 3);
        var published = publishing.next(Published.NOTHING, told(groups));
        var later = new ArrayList<>(groups);
        Stream.of(201, 202, 203).forEach(number -> later.add(group(number, "09", 25, 10)));
        published = publishing.next(published, told(later));
        assertThat(published.versions().get("09")).hasSize(2);
        var back = new ArrayList<>(groups);
        back.add(later.get(3));
        back.add(group(204, "09", 25, 10));
        published = publishing.next(published, told(back));
        assertThat(published.versions().get("09")).hasSize(2);
    }

    @RepeatedTest(20)
    void isolatesNeverFewerThanThreeClassesWhateverIsSubtracted() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var groups = new ArrayList<Group>();
        var published = Published.NOTHING;
        var contents = new HashMap<Told, Set<Integer>>();
        var readings = new HashSet<Reading>();
        for (var day = 0; day < 120; day++) {
            if (!groups.isEmpty() && random.nextInt(3) == 0) {
                groups.remove(random.nextInt(groups.size()));
            } else {
                groups.add(group(
                        day, PLACES.get(random.nextInt(PLACES.size())), 15 + random.nextInt(20), random.nextInt(15)));
            }
            var told = told(groups);
            told.forEach((departement, all) -> contents.put(all, numbers(groups, departement)));
            published = publishing.next(published, told);
            readings.addAll(readings(published, contents));
        }
        for (var one : readings) {
            for (var other : readings) {
                var difference = new HashSet<>(one.classes());
                other.classes().forEach(number -> {
                    if (!difference.remove(number)) {
                        difference.add(number);
                    }
                });
                assertThat(difference.isEmpty() || difference.size() >= 3)
                        .as("seed %d: %s less %s leaves %s", seed, one, other, difference)
                        .isTrue();
            }
        }
    }

    private List<Reading> readings(Published published, Map<Told, Set<Integer>> contents) {
        return publishing.shares(published).keySet().stream()
                .map(territory -> new Reading(
                        territory.key(),
                        territories.departementsOf(territory).stream()
                                .map(Departement::code)
                                .map(published::latest)
                                .flatMap(told -> contents.getOrDefault(told, Set.of()).stream())
                                .collect(Collectors.toSet())))
                .toList();
    }

    private static Set<Integer> numbers(List<Group> groups, String departement) {
        return groups.stream()
                .filter(group -> group.departement().equals(departement))
                .map(Group::number)
                .collect(Collectors.toUnmodifiableSet());
    }

    private int share(Published published) {
        return publishing.shares(published).getOrDefault(territory(), -1);
    }

    private Territory territory() {
        return territories.find("DEPARTEMENT-09").orElseThrow();
    }

    private static List<Group> groups(String departement, int count) {
        var groups = new ArrayList<Group>();
        for (var number = 1; number <= count; number++) {
            groups.add(group(number, departement, 25, 10));
        }
        return groups;
    }

    private static Group group(int number, String departement, int pupils, int girls) {
        return new Group(number, departement, ASchool.randomUai(), pupils, girls);
    }

    private static Map<String, Told> told(List<Group> groups) {
        return groups.stream()
                .collect(Collectors.groupingBy(
                        Group::departement,
                        Collectors.collectingAndThen(
                                Collectors.toMap(
                                        Group::school,
                                        group -> new GirlsTold(1, group.pupils(), group.girls()),
                                        GirlsTold::plus),
                                Told::new)));
    }
}
