package fr.preau.showcase;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.territory.ASchool;
import fr.preau.territory.School;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownSpacesUnitTests {
    /// Its official address is at ac-toulouse.example.
    private final School school = ASchool.lycee("Lycée des liens").school();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://forge.apps.education.fr/equipe/projet",
                "https://tube-numerique-educatif.apps.education.fr/w/abc",
                "https://github.com/equipe/projet",
                "https://www.youtube.com/watch?v=abc",
                "https://pedagogie.ac-toulouse.example/nsi/projet"
            })
    void acceptsPublicForgesVideoSpacesAndTheSchoolsAcademy(String href) {
        assertThat(KnownSpaces.problem(href, school)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://github.com/equipe/projet",
                "javascript:alert(1)",
                "//github.com/equipe",
                "https://github.com.example.org/equipe",
                "https://notgithub.com/equipe",
                "https://github.com@example.org/equipe",
                "https://github.com:8443/equipe",
                "https://pedagogie.ac-bordeaux.example/nsi",
                "https://",
                "https://exa mple.org"
            })
    void refusesEverywhereElse(String href) {
        assertThat(KnownSpaces.problem(href, school)).isPresent();
    }

    @Test
    void saysWhichSpacesAreAccepted() {
        assertThat(KnownSpaces.problem("https://example.org/video", school))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("example.org", "Forge", "YouTube"));
    }
}
