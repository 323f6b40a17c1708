package fr.preau.verification;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What a price says in people. Under `premiers` its digits, the most important first, are how many more people would
/// be
/// at the first wish, at the second, …; under `equite` how many fewer would be without a seat, at the last wish, ….
/// What these do not count balances the rest.
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
        Collections.reverse(digits);
        var balance = -digits.stream().mapToInt(Integer::intValue).sum();
        if (question.claim.rule().equals("premiers")) {
            digits.add(balance);
            return digits;
        }
        digits.replaceAll(digit -> -digit);
        digits.add(-balance);
        Collections.reverse(digits);
        return digits;
    }

    private BigInteger nearestMultiple(BigInteger number) {
        var half = question.base().shiftRight(1).subtract(BigInteger.ONE);
        var parts = number.add(half).divideAndRemainder(question.base());
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }
}
