package fr.preau.verification;

import java.math.BigInteger;
import java.util.List;

/// What the seating costs and what the prices prove no seating can beat: one number, found twice.
final class Sums {
    private final Question question;
    private final Seats seats;
    private final Worth worth;

    Sums(Question question, Seats seats, Worth worth) {
        this.question = question;
        this.seats = seats;
        this.worth = worth;
    }

    /// @param counts how many people have each sum as their smallest
    void check(int[] counts, List<BigInteger> costs, Faults faults) {
        var dual = BigInteger.ZERO;
        for (var position = 0; position < counts.length; position++) {
            if (counts[position] > 0) {
                dual = dual.add(worth.sum(position).multiply(BigInteger.valueOf(counts[position])));
            }
        }
        for (var place = 0; place < question.none; place++) {
            var price = worth.price(place);
            dual = price == null ? dual : dual.subtract(price.multiply(BigInteger.valueOf(question.seats[place])));
        }
        var value = value(costs);
        if (!dual.equals(value) || !dual.equals(question.claim.dual()) || !value.equals(question.claim.value())) {
            faults.whole(Fault.Kind.VALUE, "");
        }
    }

    private BigInteger value(List<BigInteger> costs) {
        var value = BigInteger.ZERO;
        for (var rank = 0; rank < costs.size(); rank++) {
            value = value.add(costs.get(rank).multiply(BigInteger.valueOf(seats.at(rank))));
        }
        return value;
    }
}
