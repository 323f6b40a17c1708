package fr.preau.verification;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// What a price says in people. Its digits, the most important first, are how many fewer would be without a seat; then,
/// under `equite`, at the last wish, at the one before, …; under `premiers` how many more would be at the first wish
/// beyond those fewer without a seat, at the second, …. What these do not count balances the rest.
final class Meaning {
    private final Question question;

    Meaning(Question question) {
        this.question = question;
    }

    List<Integer> of(BigInteger price) {
        var ranks = question.claim.ranks();
        var digits = new ArrayList<Integer>();
        var rest = price;
        for (var digit = 0; digit < ranks; digit++) {
            var next = nearestMultiple(rest);
            digits.add(rest.subtract(next.multiply(question.base())).intValueExact());
            rest = next;
        }
        if (question.claim.rule().equals("premiers")) {
            return firstWishes(digits.reversed());
        }
        digits.replaceAll(digit -> -digit);
        digits.addFirst(-sum(digits));
        return digits;
    }

    private static List<Integer> firstWishes(List<Integer> digits) {
        if (digits.isEmpty()) {
            return List.of(0);
        }
        var seated = digits.getFirst();
        var gain = new ArrayList<>(digits.subList(1, digits.size()));
        if (!gain.isEmpty()) {
            gain.set(0, gain.getFirst() + seated);
        }
        gain.add(seated - sum(gain));
        gain.add(-seated);
        return gain;
    }

    private static int sum(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }

    private BigInteger nearestMultiple(BigInteger number) {
        var half = question.base().shiftRight(1).subtract(BigInteger.ONE);
        var parts = number.add(half).divideAndRemainder(question.base());
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }
}
