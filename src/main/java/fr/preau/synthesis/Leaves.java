package fr.preau.synthesis;

/// What a statement rests on in the end: distinct contributions, the workshops and the départements they come from.
/// Each is counted once by whichever path, and never told as a share of anything (invariant C5).
record Leaves(int contributions, int workshops, int departements) {
    static final Leaves NONE = new Leaves(0, 0, 0);
}
