package fr.preau.registration;

/// A school's counts, kept back while they are small enough to tell of someone (decision 14: 11 pupils at least, from 3
/// classes at least). Pupils alone name no class: for them the number decides.
record SchoolFigures(int alone, int classes, int pupils, int girls) {
    boolean tellsAlone() {
        return SmallCounts.tellsPupils(alone);
    }

    boolean tellsGirls() {
        return SmallCounts.tellsGirls(classes, pupils, girls);
    }

    /// In percent, rounded.
    int girlsShare() {
        return Math.round(100f * girls / pupils);
    }
}
