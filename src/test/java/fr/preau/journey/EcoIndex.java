package fr.preau.journey;

import java.util.Arrays;

/// What a page costs, from 0 to 100 (the lighter the better), after the published EcoIndex formula: the rank of the
/// page among the web's pages for its elements, its requests and its kilobytes, weighted 3, 2 and 1. From 80 up, the
/// grade is A.
record EcoIndex(int nodes, int requests, double kilobytes) {
    private static final double[] NODES = {
        0, 47, 75, 159, 233, 298, 358, 417, 476, 537, 603, 674, 753, 843, 949, 1076, 1237, 1459, 1801, 2479, 594601
    };
    private static final double[] REQUESTS = {
        0, 2, 15, 25, 34, 42, 49, 56, 63, 70, 78, 86, 95, 105, 117, 130, 147, 170, 205, 281, 3920
    };
    private static final double[] KILOBYTES = {
        0, 1.37, 144.7, 319.53, 479.46, 631.97, 783.38, 937.91, 1098.62, 1265.47, 1448.32, 1648.27, 1876.08, 2142.06,
        2465.37, 2866.31, 3401.59, 4155.73, 5400.08, 8037.54, 223212.26
    };

    double score() {
        return 100 - 5 * (3 * rank(NODES, nodes) + 2 * rank(REQUESTS, requests) + rank(KILOBYTES, kilobytes)) / 6;
    }

    /// The quantile a value falls in, with the part of it that lies below the value.
    private static double rank(double[] quantiles, double value) {
        var found = Arrays.binarySearch(quantiles, value);
        if (found >= 0) {
            return found;
        }
        var above = -found - 1;
        if (above == quantiles.length) {
            return quantiles.length - 1;
        }
        var below = quantiles[above - 1];
        return above - 1 + (value - below) / (quantiles[above] - below);
    }
}
