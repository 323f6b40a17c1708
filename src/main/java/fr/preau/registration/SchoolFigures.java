package fr.preau.registration;

/// A school's counts, kept back while they are small enough to tell of someone (decision 14: 11 pupils at least, from 3
/// classes at least). Pupils alone name no class: for them the number decides.
record SchoolFigures(int alone, int classes, int pupils, int girls) {
    private static final int PUPILS = 11;
    private static final int CLASSES = 3;

    boolean tellsAlone() {
        return alone >= PUPILS;
    }

    /// Both the girls and the others must be many: one tells the other.
    boolean tellsGirls() {
        return classes >= CLASSES && girls >= PUPILS && pupils - girls >= PUPILS;
    }

    /// In percent, rounded.
    int girlsShare() {
        return Math.round(100f * girls / pupils);
    }
}
