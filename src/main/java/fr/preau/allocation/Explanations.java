package fr.preau.allocation;

import java.util.Optional;

/// Answers "why not this wish?" for anybody: with the cut-off of the draw, or with the people who would have to move
/// and what it would cost them. Names nobody.
public final class Explanations {
    private final Allocation allocation;
    private final Optional<Answers> answers;

    public Explanations(Allocation allocation) {
        this.allocation = allocation;
        answers = allocation.prices().map(proof -> new Answers(allocation, proof));
    }

    /// Why a person does not hold a wish of theirs.
    ///
    /// @param rank of that wish, from 0, better than the one held
    public Explanation why(int person, int rank) {
        if (allocation.rank(person) >= 0 && rank >= allocation.rank(person)) {
            throw new IllegalArgumentException("what is held is better");
        }
        return answers.map(proven -> proven.why(person, rank)).orElseGet(() -> drawn(person, rank));
    }

    private Explanation drawn(int person, int rank) {
        var instance = allocation.instance();
        var number = allocation.cutoffs().orElseThrow().number(instance.wish(person, rank), instance.category(person));
        return new Explanation.Full(number.orElseThrow(), allocation.lottery().number(person));
    }
}
