package fr.preau.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedUnitTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "A\u202Eda", "A\u2066da\u2069", "\u200FAda", "A\u200Bda", "A\u00ADda", "A\u200Dda", "Ada\u200D",
                "A\u3164da", "\uFEFFAda", "Ada\uDB40\uDC41", "A\u061Cda", "A\u2060da"
            })
    void dropsWhatNobodySees(String typed) {
        assertThat(Typed.line(typed)).isEqualTo("Ada");
        assertThat(Typed.text(typed)).isEqualTo("Ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Māhana Teʻura-Œuf d’Ÿ", "👩‍🔬", "👩🏽‍🔬", "می‌خواهم", "क्‍ष", "❤️‍🔥", "10 € – « oui »"})
    void keepsWhatIsWritten(String typed) {
        assertThat(Typed.line(typed)).isEqualTo(typed);
    }

    @Test
    void makesOneLineOrKeepsThem() {
        assertThat(Typed.line(" un\u0000\n deux\u2028trois ")).isEqualTo("un deux trois");
        assertThat(Typed.text("un\r\n\r\ndeux\ttrois")).isEqualTo("un\n\ndeux trois");
        assertThat(Typed.line("\u200B\u3164\u2800")).isEmpty();
    }
}
