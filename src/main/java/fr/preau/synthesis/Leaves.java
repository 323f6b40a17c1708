package fr.preau.synthesis;

/// What a statement rests on in the end: distinct contributions, the workshops and the départements they come from.
/// Each is counted once by whichever path, and never told as a share of anything (invariant C5).
record Leaves(int contributions, int workshops, int departements) {
    static final Leaves NONE = new Leaves(0, 0, 0);
    /// With no workshop, or one, what is left would all have come online, and be counted by subtraction: people alone,
    /// pupils perhaps.
    static final int FEWEST_WORKSHOPS = 2;

    /// Whether everyone may read how many workshops.
    boolean tellsWorkshops() {
        return workshops >= FEWEST_WORKSHOPS;
    }
}
