package fr.preau.verification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The draw, made again, and put in the place of the one stated: participants in the order of SHA-256(seed, line
/// feed, id), or of the numbers they were given.
final class Numbers {
    private final Claim claim;
    private final Question question;
    private final Faults faults;
    private final Claim.People people;
    private boolean apart;

    Numbers(Claim claim, Question question, Faults faults) {
        this.claim = claim;
        this.question = question;
        this.faults = faults;
        people = claim.people();
    }

    void check() {
        if (claim.seed() != null && isDrawn(claim.seed())) {
            return;
        }
        var order = order();
        for (var place = 0; place < order.length; place++) {
            if (people.number[order[place]] != place + 1) {
                faults.in(question.partOf(order[place]), Fault.Kind.NUMBER, people.ids.get(order[place]));
            }
            people.number[order[place]] = place + 1;
        }
    }

    /// Whether the draw itself proves that no two people have one id: equal ids have equal hashes.
    boolean tellApart() {
        return apart;
    }

    /// Whether the numbers stated are, each once, in the order of the hashes: nothing needs to be sorted to see it.
    private boolean isDrawn(String seed) {
        var heads = new long[people.count()];
        Blocks.each(heads.length, (nothing, from, to) -> new Hashes(seed).heads(people.ids, from, to, heads));
        var inOrder = new long[heads.length];
        for (var person = 0; person < heads.length; person++) {
            var place = people.number[person] - 1;
            if (place < 0 || place >= heads.length || inOrder[place] != 0) {
                return false;
            }
            inOrder[place] = heads[person];
        }
        for (var place = 1; place < inOrder.length; place++) {
            if (Long.compareUnsigned(inOrder[place - 1], inOrder[place]) >= 0) {
                return false;
            }
        }
        apart = true;
        return true;
    }

    private int[] order() {
        var seed = claim.seed();
        if (seed == null) {
            return sorted(Comparator.<Integer>comparingLong(person -> people.given[person])
                    .thenComparing(people.ids::get, Numbers::byCharacter));
        }
        var digests = new byte[people.count()][];
        Arrays.setAll(
                digests,
                person -> sha256().digest((seed + "\n" + people.ids.get(person)).getBytes(StandardCharsets.UTF_8)));
        return sorted(Comparator.<Integer, byte[]>comparing(person -> digests[person], Arrays::compareUnsigned)
                .thenComparing(people.ids::get, Numbers::byCharacter));
    }

    private int[] sorted(Comparator<Integer> comparator) {
        var order = IntStream.range(0, people.count()).boxed().toArray(Integer[]::new);
        Arrays.parallelSort(order, comparator);
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    static int byCharacter(String one, String other) {
        var common = Math.min(one.length(), other.length());
        for (var at = 0; at < common; at++) {
            if (one.charAt(at) != other.charAt(at)) {
                return Integer.compare(characterAt(one, at), characterAt(other, at));
            }
        }
        return one.length() - other.length();
    }

    /// The whole character a unit is part of.
    private static int characterAt(String text, int unit) {
        var second = Character.isLowSurrogate(text.charAt(unit)) && unit > 0;
        return second ? text.codePointAt(unit - 1) : text.codePointAt(unit);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
