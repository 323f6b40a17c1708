package fr.preau.registration;

/// Girls among the pupils of the classes whose teacher told their number, and whether that may be shown: one rule for
/// the whole platform, `docs/decisions/016`. `pupils` counts the girls and the others.
public record GirlsTold(int classes, int pupils, int girls) {
    public static final GirlsTold NOTHING = new GirlsTold(0, 0, 0);
    private static final int PUPILS = 11;
    private static final int CLASSES = 3;

    /// Both the girls and the others must be many, from several classes: one tells the other.
    public boolean isSafe() {
        return classes >= CLASSES && girls >= PUPILS && pupils - girls >= PUPILS;
    }

    public boolean isNothing() {
        return pupils == 0;
    }

    /// In percent, rounded; to be asked only where [#isSafe].
    public int share() {
        return Math.round(100f * girls / pupils);
    }

    public GirlsTold plus(GirlsTold other) {
        return new GirlsTold(classes + other.classes, pupils + other.pupils, girls + other.girls);
    }

    public GirlsTold minus(GirlsTold part) {
        return new GirlsTold(classes - part.classes, pupils - part.pupils, girls - part.girls);
    }
}
