package fr.preau.registration;

/// When a number of girls may be told (decision 14): 11 pupils at least, from 3 classes at least, and as many others,
/// since
/// one number tells the other.
public final class SmallCounts {
    private static final int PUPILS = 11;
    private static final int CLASSES = 3;

    private SmallCounts() {}

    public static boolean tellsPupils(int pupils) {
        return pupils >= PUPILS;
    }

    public static boolean tellsGirls(int classes, int pupils, int girls) {
        return classes >= CLASSES && girls >= PUPILS && pupils - girls >= PUPILS;
    }
}
