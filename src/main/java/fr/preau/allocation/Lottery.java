package fr.preau.allocation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;

/// One number a participant, from 1: who comes first when the rule leaves a choice. Drawn from a seed and the
/// participants' ids alone, so neither the order of a file nor the names of workshops change it, and anyone can draw
/// it again: `printf '%s\n%s' SEED ID | sha256sum`, then sort.
public final class Lottery {
    private static final int BLOCK = 1 << 14;

    private final int[] order;
    private final int[] numbers;

    private Lottery(int[] order) {
        this.order = order;
        numbers = new int[order.length];
        for (var place = 0; place < order.length; place++) {
            numbers[order[place]] = place + 1;
        }
    }

    /// The draw of a seed: participants in the order of SHA-256(seed, line feed, id), all in UTF-8.
    public static Lottery drawn(Instance instance, String seed) {
        var keys = new long[instance.participants()];
        var prefix = (seed + "\n").getBytes(StandardCharsets.UTF_8);
        var blocks = IntStream.range(0, (keys.length + BLOCK - 1) / BLOCK);
        (keys.length > BLOCK ? blocks.parallel() : blocks)
                .forEach(block ->
                        heads(instance, prefix, keys, block * BLOCK, Math.min(keys.length, (block + 1) * BLOCK)));
        return new Lottery(sorted(keys, (one, other) -> {
            var digests = Arrays.compareUnsigned(digest(prefix, instance, one), digest(prefix, instance, other));
            return digests != 0 ? digests : Ids.compare(instance.participant(one), instance.participant(other));
        }));
    }

    private static void heads(Instance instance, byte[] prefix, long[] keys, int from, int to) {
        var sha = sha256();
        var digest = ByteBuffer.allocate(sha.getDigestLength());
        for (var person = from; person < to; person++) {
            sha.update(prefix);
            sha.update(instance.participant(person).getBytes(StandardCharsets.UTF_8));
            try {
                sha.digest(digest.array(), 0, digest.capacity());
            } catch (DigestException impossible) {
                throw new IllegalStateException(impossible);
            }
            keys[person] = digest.getLong(0);
        }
    }

    /// A draw made elsewhere: participants in the order of the numbers given to them, those of equal number in the
    /// order of their ids.
    public static Lottery given(Instance instance, long[] given) {
        var order = IntStream.range(0, instance.participants()).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (one, other) -> {
            var compared = Long.compare(given[one], given[other]);
            return compared != 0 ? compared : Ids.compare(instance.participant(one), instance.participant(other));
        });
        return new Lottery(Arrays.stream(order).mapToInt(Integer::intValue).toArray());
    }

    /// The seed nobody could choose: a hash of a public value announced in advance and of the frozen instance.
    public static String seed(String publicValue, String instanceHash) {
        return HexFormat.of()
                .formatHex(sha256().digest((publicValue + "\n" + instanceHash).getBytes(StandardCharsets.UTF_8)));
    }

    /// From 1; smaller comes first.
    public int number(int person) {
        return numbers[person];
    }

    /// Participants, first come first.
    int person(int place) {
        return order[place];
    }

    /// The draw among some only, in the same order.
    Lottery among(int[] kept) {
        var order = IntStream.range(0, kept.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (one, other) -> Integer.compare(numbers[kept[one]], numbers[kept[other]]));
        return new Lottery(Arrays.stream(order).mapToInt(Integer::intValue).toArray());
    }

    /// Sorts by the first 64 bits without an object a person: the low bits of each key make place for its owner, and
    /// neighbours whose other bits are equal are told apart by the slow comparison.
    private static int[] sorted(long[] keys, java.util.Comparator<Integer> exact) {
        var owner = (1L << (32 - Integer.numberOfLeadingZeros(Math.max(keys.length, 1)))) - 1;
        for (var person = 0; person < keys.length; person++) {
            keys[person] = ((keys[person] ^ Long.MIN_VALUE) & ~owner) | person;
        }
        if (keys.length > BLOCK) {
            Arrays.parallelSort(keys);
        } else {
            Arrays.sort(keys);
        }
        var order = new int[keys.length];
        for (var from = 0; from < keys.length; ) {
            var to = from;
            while (to < keys.length && (keys[to] & ~owner) == (keys[from] & ~owner)) {
                order[to] = (int) (keys[to++] & owner);
            }
            if (to - from > 1) {
                var run = Arrays.stream(order, from, to)
                        .boxed()
                        .sorted(exact)
                        .mapToInt(Integer::intValue)
                        .toArray();
                System.arraycopy(run, 0, order, from, run.length);
            }
            from = to;
        }
        return order;
    }

    private static byte[] digest(byte[] prefix, Instance instance, int person) {
        var sha = sha256();
        sha.update(prefix);
        return sha.digest(instance.participant(person).getBytes(StandardCharsets.UTF_8));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
