package fr.preau.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordlessTracesUnitTests {
    @Test
    void saysWhatAndWhereAndNothingThatWasTyped() {
        var problem = new IllegalStateException("zoe@example.fr", new NumberFormatException("For input: Zoé"));
        problem.addSuppressed(new IllegalArgumentException("06 12 34 56 78"));

        var trace = new WordlessTraces().printStackTraceToString(problem);

        assertThat(trace)
                .contains(
                        "java.lang.IllegalStateException", "java.lang.NumberFormatException", "WordlessTracesUnitTests")
                .doesNotContain("zoe@example.fr", "Zoé", "06 12");
    }
}
