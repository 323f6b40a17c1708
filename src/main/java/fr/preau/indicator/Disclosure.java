package fr.preau.indicator;

import fr.preau.registration.GirlsTold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which figures of a tree of territories may be shown so that none of those kept back can be had by subtraction
/// (`docs/decisions/016`; the design's decision 14).
///
/// A figure that is unsafe by itself is hidden. That is not enough: where all the parts of a shown whole are shown
/// but one, the hidden one is a difference. What a reader of all shown figures can work out is exactly, for each
/// shown whole, what is left of it once the shown figures nearest below are taken away, and sums of such rests. So
/// each rest must be nothing, or safe like any figure; where it is not, the smallest of the figures taken away is
/// hidden too, until all are.
final class Disclosure {
    private Disclosure() {}

    /// A territory and its parts, whose figures add up to its own.
    record Node<T>(T key, GirlsTold told, List<Node<T>> parts) {
        static <T> Node<T> leaf(T key, GirlsTold told) {
            return new Node<>(key, told, List.of());
        }

        static <T> Node<T> of(T key, List<Node<T>> parts) {
            return new Node<>(
                    key, parts.stream().map(Node::told).reduce(GirlsTold.NOTHING, GirlsTold::plus), List.copyOf(parts));
        }

        Stream<Node<T>> all() {
            return Stream.concat(Stream.of(this), parts.stream().flatMap(Node::all));
        }
    }

    /// The keys of the figures that may be shown.
    static <T> Set<T> shown(Node<T> whole) {
        return shown(whole, Set.of());
    }

    /// The keys of the figures that may be shown beside those `known` to readers, which nothing hides any more.
    static <T> Set<T> shown(Node<T> whole, Set<T> known) {
        var shown = new HashSet<>(known);
        whole.all().filter(node -> node.told().isSafe()).forEach(node -> shown.add(node.key()));
        for (var hidden = toHide(whole, shown, known); hidden.isPresent(); hidden = toHide(whole, shown, known)) {
            shown.remove(hidden.get());
        }
        return shown;
    }

    private static <T> Optional<T> toHide(Node<T> whole, Set<T> shown, Set<T> known) {
        return exposed(whole, shown)
                .flatMap(exposed -> nearest(exposed, shown).stream()
                        .filter(node -> !known.contains(node.key()))
                        .min(Comparator.comparingInt(node -> node.told().pupils()))
                        .or(() -> Optional.of(exposed).filter(node -> !known.contains(node.key())))
                        .stream())
                .map(Node::key)
                .findFirst();
    }

    /// Shown wholes whose rest would tell of too few.
    private static <T> Stream<Node<T>> exposed(Node<T> whole, Set<T> shown) {
        return whole.all().filter(node -> shown.contains(node.key())).filter(node -> {
            var rest = rest(node, shown);
            return !rest.isNothing() && !rest.isSafe();
        });
    }

    private static <T> GirlsTold rest(Node<T> node, Set<T> shown) {
        var rest = node.told();
        for (var part : nearest(node, shown)) {
            rest = rest.minus(part.told());
        }
        return rest;
    }

    /// The shown figures below, none of them below another.
    private static <T> List<Node<T>> nearest(Node<T> node, Set<T> shown) {
        var nearest = new ArrayList<Node<T>>();
        for (var part : node.parts()) {
            if (shown.contains(part.key())) {
                nearest.add(part);
            } else {
                nearest.addAll(nearest(part, shown));
            }
        }
        return nearest;
    }
}
