package fr.preau.event;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// One line of what was decided of an event, of a version or of the whole, as its pages tell it.
record Decided(String what, Instant at, String decider, String reason, String sentence) {
    /// The latest first.
    static List<Decided> history(List<Version> versions, List<Ruling> rulings) {
        var read = versions.stream().flatMap(version -> of(version).stream());
        return Stream.concat(read, rulings.stream().map(Decided::of))
                .sorted(Comparator.comparing(Decided::at).reversed())
                .toList();
    }

    private static List<Decided> of(Version version) {
        var decision = version.decision();
        return decision == null
                ? List.of()
                : List.of(new Decided(
                        "Version %d, %s".formatted(version.number(), version.state().french()),
                        decision.at(),
                        decision.decider(),
                        decision.reason(),
                        decision.sentence()));
    }

    private static Decided of(Ruling ruling) {
        var decider = ruling.decider().isEmpty() || ruling.authority().isEmpty()
                ? ruling.decider() + ruling.authority()
                : "%s (%s)".formatted(ruling.decider(), ruling.authority());
        return new Decided(
                fr.preau.web.French.sentence(ruling.what().french()),
                ruling.at(),
                decider,
                ruling.reason(),
                ruling.sentence());
    }
}
