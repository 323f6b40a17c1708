package fr.preau.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlValidatorUnitTests {
    private static final String SOUND =
            "<!DOCTYPE html><html lang=\"fr\"><head><title>Préau</title></head><body><p>Bonjour</p></body></html>";

    @Test
    void findsEachErrorAgainAfterASoundPage() throws Exception {
        var validator = new HtmlValidator();
        var unsound = SOUND.replace("<p>", "<img src=\"x\"><a href=\"y\"><button>z</button></a></main><p>");

        for (var round = 0; round < 3; round++) {
            assertThat(validator.errorsOf(SOUND)).isEmpty();
            assertThat(validator.errorsOf(unsound))
                    .hasSize(3)
                    .anyMatch(error -> error.contains("alt"))
                    .anyMatch(error -> error.contains("button"));
        }
    }
}
