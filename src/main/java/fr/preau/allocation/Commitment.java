package fr.preau.allocation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The hash under which an instance and its rule are frozen, published before the draw: who knows the instance computes
/// it
/// again from the text `docs/allocation.md` describes, whatever the order of its files.
public final class Commitment {
    private final Instance instance;
    private final MessageDigest sha = Lottery.sha256();

    private Commitment(Instance instance) {
        this.instance = instance;
    }

    /// SHA-256 of the canonical text, in hexadecimal.
    ///
    /// @param given the numbers given to participants for the draw, when it is not made from a seed
    public static String hash(Instance instance, Rule rule, long @Nullable [] given) {
        return new Commitment(instance).hash(rule, given);
    }

    private String hash(Rule rule, long @Nullable [] given) {
        line("preau-allocation-1", rule.word());
        IntStream.range(0, instance.workshops().size())
                .boxed()
                .sorted(Comparator.comparing(
                        each -> instance.workshops().get(each).id(), Ids::compare))
                .forEach(each -> workshop(instance.workshops().get(each)));
        IntStream.range(0, instance.participants())
                .boxed()
                .sorted(Comparator.comparing(instance::participant, Ids::compare))
                .forEach(person -> participant(person, given));
        return HexFormat.of().formatHex(sha.digest());
    }

    private void workshop(Workshop workshop) {
        var line = new StringBuilder(workshop.id()).append('\t').append(workshop.seats());
        new TreeMap<>(workshop.kept()).forEach((category, count) -> {
            if (count > 0) {
                line.append('\t').append(category).append('=').append(count);
            }
        });
        line("workshop", line);
    }

    private void participant(int person, long @Nullable [] given) {
        var line = new StringBuilder(instance.participant(person)).append('\t');
        line.append(instance.category(person) < 0 ? "" : instance.categories().get(instance.category(person)));
        line.append('\t').append(given == null ? "" : given[person]);
        for (var rank = 0; rank < instance.wishes(person); rank++) {
            line.append('\t')
                    .append(instance.workshops()
                            .get(instance.wish(person, rank))
                            .id());
        }
        line("participant", line);
        if (instance.secured(person)) {
            var fallback = instance.fallback(person);
            line(
                    "secured",
                    instance.participant(person)
                            + (fallback < 0
                                    ? ""
                                    : "\t" + instance.workshops().get(fallback).id()));
        }
    }

    private void line(String kind, CharSequence rest) {
        sha.update((kind + "\t" + rest + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
