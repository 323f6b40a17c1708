package fr.preau.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcoIndexUnitTests {
    @ParameterizedTest
    @CsvSource({"200,4,40,88", "350,6,60,82", "350,12,350,79.7", "600,8,80,71", "900,40,1200,51"})
    void agreesWithThePublishedFormula(int nodes, int requests, double kilobytes, double expected) {
        assertThat(new EcoIndex(nodes, requests, kilobytes).score()).isCloseTo(expected, within(0.6));
    }

    @Test
    void staysBetweenNothingAndAHundred() {
        assertThat(new EcoIndex(0, 0, 0).score()).isEqualTo(100);
        assertThat(new EcoIndex(1_000_000, 10_000, 1_000_000).score()).isEqualTo(0);
    }
}
