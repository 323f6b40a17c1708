package fr.preau.verification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The draw, made again, and put in the place of the one stated: participants in the order of SHA-256(seed, line feed,
/// id), or of the numbers they were given.
final class Numbers {
    private final Claim claim;
    private final Question question;
    private final Faults faults;

    Numbers(Claim claim, Question question, Faults faults) {
        this.claim = claim;
        this.question = question;
        this.faults = faults;
    }

    void check() {
        var people = claim.people();
        var order = order();
        for (var place = 0; place < order.length; place++) {
            if (people.number[order[place]] != place + 1) {
                faults.in(question.partOf(order[place]), Fault.Kind.NUMBER, people.ids.get(order[place]));
            }
            people.number[order[place]] = place + 1;
        }
    }

    private int[] order() {
        var people = claim.people();
        var seed = claim.seed();
        if (seed == null) {
            return sorted(Comparator.<Integer>comparingLong(person -> people.given[person])
                    .thenComparing(people.ids::get, Numbers::byCharacter));
        }
        var heads = new long[people.count()];
        IntStream.range(0, heads.length)
                .parallel()
                .forEach(person -> heads[person] = Long.MIN_VALUE
                        ^ java.nio.ByteBuffer.wrap(digest(seed, people.ids.get(person)))
                                .getLong());
        return sorted(Comparator.<Integer>comparingLong(person -> heads[person])
                .thenComparing(person -> digest(seed, people.ids.get(person)), Arrays::compareUnsigned)
                .thenComparing(people.ids::get, Numbers::byCharacter));
    }

    private int[] sorted(Comparator<Integer> comparator) {
        var order = IntStream.range(0, claim.people().count()).boxed().toArray(Integer[]::new);
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

    private static byte[] digest(String seed, String id) {
        return sha256().digest((seed + "\n" + id).getBytes(StandardCharsets.UTF_8));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
