package fr.preau.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingRulesUnitTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SOMEONE_NAMED | Il faut remercier Mme Durand pour son aide
            SOMEONE_NAMED | Monsieur Le Goff ne répond jamais
            SOMEONE_NAMED | C'est la faute de Julien MARTIN
            MAIL_ADDRESS | Écrivez-moi à prenom.nom@exemple.fr
            PHONE_NUMBER | Appelez le 06.12.34.56.78
            PHONE_NUMBER | Au +33 612345678
            LINK | Voir https://exemple.org/page
            LINK | Voir www.exemple.org
            SHOUTING | IL FAUT ABSOLUMENT TOUT CHANGER MAINTENANT
            """)
    void find(FindingRules rule, String text) {
        assertThat(rule.find(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Les lycées de Haute-Garonne manquent de débit.",
                "La NSI doit être proposée partout. Les ENT aussi.",
                "En 2026, 12 classes sur 30 ont une salle ; 0,5 % des élèves sans ordinateur.",
                "L'Éducation nationale et la Région doivent se parler.",
            })
    void findNothingInPlainWords(String text) {
        assertThat(FindingRules.in(text)).isEmpty();
    }
}
