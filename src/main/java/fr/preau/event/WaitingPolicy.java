package fr.preau.event;

import fr.preau.web.French;

/// How freed seats go to those who wait, as the organiser chooses: in strict order, nobody is passed (`passes` 0); or
/// filling, a smaller entry may pass one that does not fit, `passes` times at most. Bounded, so that nobody waits for
/// ever behind the small ones.
public record WaitingPolicy(int passes) {
    public static final int MOST_PASSES = 20;
    public static final WaitingPolicy STRICT = new WaitingPolicy(0);

    public WaitingPolicy {
        if (passes < 0 || passes > MOST_PASSES) {
            throw new IllegalArgumentException("passes from 0 to %d".formatted(MOST_PASSES));
        }
    }

    public boolean isStrict() {
        return passes == 0;
    }

    /// « ordre strict : personne n'est dépassé ».
    public String french() {
        return isStrict()
                ? "ordre d'arrivée strict : personne n'est dépassé"
                : "ordre d'arrivée ; une demande plus petite peut passer devant une plus grande qui ne tient pas, %s au plus"
                        .formatted(French.count(passes, "fois", "fois"));
    }
}
