package fr.preau.registration;

/// A school's counts, kept back while they are small enough to tell of someone (decision 14: 11 pupils at least, from 3
/// classes at least). Pupils alone name no class: for them the number decides.
record SchoolFigures(int alone, int classes, int pupils, int girls) {
    private static final int PUPILS = 11;

    boolean tellsAlone() {
        return alone >= PUPILS;
    }

    boolean tellsGirls() {
        return told().isSafe();
    }

    /// In percent, rounded.
    int girlsShare() {
        return told().share();
    }

    private GirlsTold told() {
        return new GirlsTold(classes, pupils, girls);
    }
}
