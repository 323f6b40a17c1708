package fr.preau.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrenchOfUnitTests {
    @ParameterizedTest
    @CsvSource({
        "Foix, de Foix",
        "Ajaccio (2A), d'Ajaccio (2A)",
        "Évreux, d'Évreux",
        "Yvetot, d'Yvetot",
        "Yutz, de Yutz",
        "Le Mans, du Mans",
        "Les Abymes, des Abymes",
        "La Rochelle, de La Rochelle",
        "L'Isle-Jourdain, de L'Isle-Jourdain",
        "'Lycée Ada Lovelace, Foix', 'du Lycée Ada Lovelace, Foix'",
        "École Jean Macé, de l'École Jean Macé"
    })
    void elidesAndContracts(String name, String of) {
        assertThat(French.of(name)).isEqualTo(of);
    }
}
