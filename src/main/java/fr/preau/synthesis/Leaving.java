package fr.preau.synthesis;

import fr.preau.contribution.Contribution;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Words that must leave what is published: a contribution's, or those of one of its versions alone; `version` is null
/// for all.
record Leaving(UUID contribution, @Nullable Integer version, String reference, String reason) {
    private static final int LONGEST = 500;

    static Leaving whole(Contribution contribution, String reason) {
        return new Leaving(contribution.id().value(), null, contribution.reference(), short_(reason));
    }

    static Leaving oneVersion(Contribution contribution, int version, String reason) {
        return new Leaving(contribution.id().value(), version, contribution.reference(), short_(reason));
    }

    private static String short_(String reason) {
        var words = reason.isBlank() ? "Retirée." : reason.strip();
        return words.substring(0, Math.min(LONGEST, words.length()));
    }
}
