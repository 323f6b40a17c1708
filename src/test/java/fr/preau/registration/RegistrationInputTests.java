package fr.preau.registration;

import static fr.preau.registration.RegistrationForms.NOBODY;
import static fr.preau.registration.RegistrationForms.page;
import static fr.preau.registration.RegistrationForms.pupil;
import static fr.preau.registration.RegistrationForms.schoolClass;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.preau.PreauTest;
import fr.preau.account.TestPeople;
import fr.preau.territory.ASchool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Whatever is typed in a registration form: a sentence at its field, nothing lost, nothing half written.
@PreauTest
class RegistrationInputTests {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Ground ground;

    @Autowired
    private TestPeople people;

    @Autowired
    private JdbcClient jdbc;

    @SuppressWarnings("NullAway.Init")
    private RegistrationForms forms;

    @BeforeEach
    void takeTheForms() {
        forms = new RegistrationForms(mvc);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "10000", "abc", "", "1e2", "61", " ", "99999999999999999999"})
    void refusesImpossibleNumbersOfPupilsAtTheirField(String pupils) {
        var sitting = ground.sitting(40, 35);
        var school = ASchool.lycee("Lycée Ada Lovelace").add(jdbc);

        var result = forms.post(
                sitting, people.teacher(school.uai()), schoolClass(school.uai().value(), pupils));

        assertThat(result).hasStatus(422);
        assertThat(page(result).select("#effectif-eleves-erreur").text()).contains("de 1 à 60 élèves");
        assertThat(page(result).select("[name=classe]").val()).isEqualTo("2de 4");
        assertThat(ground.rows(sitting)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "7", "10000", "abc", ""})
    void refusesImpossibleNumbersOfPeople(String number) {
        var sitting = ground.sitting(40, 35);

        var result = forms.post(
                sitting, NOBODY, "comme", "adulte", "prenom", "Camille", "courriel", Ground.mail(), "nombre", number);

        assertThat(result).hasStatus(422);
        assertThat(ground.rows(sitting)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|SECONDE|a@example.org|prenom",
                "Léa|''|a@example.org|niveau",
                "Léa|PARENTS|a@example.org|niveau",
                "Léa|BAC+12|a@example.org|niveau",
                "Léa|SECONDE|personne|courriel",
                "Léa|SECONDE|''|courriel",
                "Léa|SECONDE|a@example.org, b@example.org|courriel"
            })
    void saysWhatToCorrectAndKeepsWhatWasTyped(String name, String level, String mail, String field) {
        var sitting = ground.sitting(40, 35);

        var result = forms.post(sitting, NOBODY, pupil(name, level, "", mail));

        assertThat(result).hasStatus(422);
        assertThat(page(result).select("#" + field + "-erreur").text()).isNotBlank();
        assertThat(page(result).select("[name=courriel]").val()).isEqualTo(mail);
        assertThat(page(result).title()).startsWith("À corriger");
        assertThat(ground.rows(sitting)).isZero();
    }

    @Test
    void cleansWhatCannotBeSeenAndKeepsHeadersWhole() {
        var sitting = ground.sitting(40, 35);

        var result = forms.post(
                sitting,
                NOBODY,
                pupil("Léa\u0000\r\nBcc: x@example.org", "SECONDE", "", Ground.mail() + "\r\nBcc: x@example.org"));
        var clean = forms.post(sitting, NOBODY, pupil("Léa\u0000\r\nMartin", "SECONDE", "", Ground.mail()));

        assertThat(result).hasStatus(422);
        assertThat(clean).hasStatus3xxRedirection();
        assertThat(page(mvc.get().uri(ground.opened(clean)).exchange())
                        .select("dd")
                        .eachText())
                .contains("Léa Martin");
    }

    @Test
    void refusesHugeNamesWithASentence() {
        var sitting = ground.sitting(40, 35);

        var result = forms.post(sitting, NOBODY, pupil("x".repeat(10_000), "SECONDE", "", Ground.mail()));

        assertThat(result).hasStatus(422);
        assertThat(ground.rows(sitting)).isZero();
    }

    @Test
    void saysThatAFormNeedsItsToken() {
        var sitting = ground.sitting(40, 35);

        assertThat(mvc.post()
                        .uri(sitting.path())
                        .with(csrf())
                        .param("comme", "adulte")
                        .param("prenom", "C")
                        .param("nombre", "1")
                        .param("courriel", "a@example.org")
                        .exchange())
                .hasStatus(400);
        assertThat(mvc.post()
                        .uri(sitting.path())
                        .with(csrf())
                        .param("comme", "adulte")
                        .param("jeton", "zzz")
                        .param("prenom", "C")
                        .param("nombre", "1")
                        .param("courriel", "a@example.org")
                        .exchange())
                .hasStatus(400);
        assertThat(ground.rows(sitting)).isZero();
    }
}
