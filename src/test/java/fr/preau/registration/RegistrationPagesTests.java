package fr.preau.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.preau.PreauTest;
import fr.preau.account.TestPeople;
import fr.preau.event.Audience;
import fr.preau.event.SessionId;
import fr.preau.territory.ASchool;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@PreauTest
class RegistrationPagesTests {
    private static final RequestPostProcessor NOBODY = request -> request;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Ground ground;

    @Autowired
    private TestPeople people;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void offersTheThreeWaysIn() {
        var sitting = ground.sitting(30, 20);

        var page = page(mvc.get().uri(sitting.path()).exchange());

        assertThat(page.select(".cards h2 a").eachText())
                .containsExactly("Un élève", "Un parent ou un adulte", "Une classe");
    }

    @Test
    void registersAPupilWithoutAccountAndLeadsToTheirLink() {
        var sitting = ground.sitting(30, 20);

        var result = post(
                sitting,
                NOBODY,
                "comme",
                "eleve",
                "prenom",
                "Léa",
                "niveau",
                "SECONDE",
                "etablissement",
                "",
                "courriel",
                Ground.mail());

        assertThat(result).hasStatus3xxRedirection();
        var path = String.valueOf(result.getResponse().getRedirectedUrl());
        assertThat(path).matches("/inscriptions/[A-Za-z0-9_-]{27}");
        assertThat(page(mvc.get().uri(path).exchange()).select("dd").eachText()).contains("Léa", "2de");
        assertThat(ground.now(sitting).taken()).isEqualTo(1);
    }

    @Test
    void asksAPupilForNothingElse() {
        var form = page(
                mvc.get().uri(ground.sitting(30, 20).path() + "?comme=eleve").exchange());

        assertThat(form.select("main form [name]").eachAttr("name"))
                .containsExactly("_csrf", "jeton", "comme", "prenom", "niveau", "etablissement", "courriel");
        assertThat(form.select("main form small").text()).contains("Tout ce qui désigne quelqu'un est effacé le");
    }

    @Test
    void registersAnAdultWithTheirFamily() {
        var sitting = ground.sitting(30, 20);

        var result =
                post(sitting, NOBODY, "comme", "adulte", "prenom", "Camille", "courriel", Ground.mail(), "nombre", "4");

        assertThat(result).hasStatus3xxRedirection();
        assertThat(ground.now(sitting).taken()).isEqualTo(4);
    }

    @Test
    void registersAClassForATeacherOfItsSchool() {
        var sitting = ground.sitting(40, 35);
        var school = ASchool.lycee("Lycée Ada Lovelace").add(jdbc);

        var result = post(
                sitting, people.teacher(school.uai()), schoolClass(school.uai().value(), "28"));

        assertThat(result).hasStatus3xxRedirection();
        assertThat(ground.now(sitting).classTaken()).isEqualTo(30);
    }

    @Test
    void letsNoTeacherBookForAnotherSchool() {
        var sitting = ground.sitting(40, 35);
        var mine = ASchool.lycee("Lycée Ada Lovelace").add(jdbc);
        var other = ASchool.lycee("Lycée Alan Turing").add(jdbc);

        var result = post(
                sitting, people.teacher(mine.uai()), schoolClass(other.uai().value(), "28"));

        assertThat(result).hasStatus(422);
        assertThat(page(result).select("#etablissement-erreur").text())
                .isEqualTo("Choisissez un de vos établissements.");
        assertThat(ground.rows(sitting)).isZero();
    }

    @Test
    void asksWhoeverBooksForAClassToSignIn() {
        var sitting = ground.sitting(40, 35);

        var form = page(mvc.get().uri(sitting.path() + "?comme=classe").exchange());
        var forced = post(sitting, NOBODY, schoolClass("0090013R", "28"));

        assertThat(form.select("main a.button").attr("href"))
                .isEqualTo("/connexion?vers=" + sitting.path() + "?comme=classe");
        assertThat(page(forced).select("main form")).isEmpty();
        assertThat(ground.rows(sitting)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "10000", "abc", "", "1e2", "61", " ", "99999999999999999999"})
    void refusesImpossibleNumbersOfPupilsAtTheirField(String pupils) {
        var sitting = ground.sitting(40, 35);
        var school = ASchool.lycee("Lycée Ada Lovelace").add(jdbc);

        var result = post(
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

        var result = post(
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

        var result = post(
                sitting,
                NOBODY,
                "comme",
                "eleve",
                "prenom",
                name,
                "niveau",
                level,
                "etablissement",
                "",
                "courriel",
                mail);

        assertThat(result).hasStatus(422);
        assertThat(page(result).select("#" + field + "-erreur").text()).isNotBlank();
        assertThat(page(result).select("[name=courriel]").val()).isEqualTo(mail);
        assertThat(page(result).title()).startsWith("À corriger");
        assertThat(ground.rows(sitting)).isZero();
    }

    @Test
    void cleansWhatCannotBeSeenAndKeepsHeadersWhole() {
        var sitting = ground.sitting(40, 35);

        var result = post(
                sitting,
                NOBODY,
                "comme",
                "eleve",
                "prenom",
                "Léa\u0000\r\nBcc: x@example.org",
                "niveau",
                "SECONDE",
                "etablissement",
                "",
                "courriel",
                Ground.mail() + "\r\nBcc: x@example.org");
        var clean = post(
                sitting,
                NOBODY,
                "comme",
                "eleve",
                "prenom",
                "Léa\u0000\r\nMartin",
                "niveau",
                "SECONDE",
                "etablissement",
                "",
                "courriel",
                Ground.mail());

        assertThat(result).hasStatus(422);
        assertThat(clean).hasStatus3xxRedirection();
        assertThat(page(mvc.get()
                                .uri(String.valueOf(clean.getResponse().getRedirectedUrl()))
                                .exchange())
                        .select("dd")
                        .eachText())
                .contains("Léa Martin");
    }

    @Test
    void refusesHugeNamesWithASentence() {
        var sitting = ground.sitting(40, 35);

        var result = post(
                sitting,
                NOBODY,
                "comme",
                "eleve",
                "prenom",
                "x".repeat(10_000),
                "niveau",
                "SECONDE",
                "etablissement",
                "",
                "courriel",
                Ground.mail());

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

    @Test
    void answersADoubleSubmissionWithTheSamePage() {
        var sitting = ground.sitting(40, 35);
        var fields = new String[] {
            "comme",
            "adulte",
            "prenom",
            "Camille",
            "courriel",
            Ground.mail(),
            "nombre",
            "2",
            "jeton",
            UUID.randomUUID().toString()
        };

        var first = post(sitting, NOBODY, fields);
        var second = post(sitting, NOBODY, fields);

        assertThat(second.getResponse().getRedirectedUrl())
                .isEqualTo(first.getResponse().getRedirectedUrl());
        assertThat(ground.now(sitting).taken()).isEqualTo(2);
    }

    @Test
    void sendsElsewhereWhenItIsFull() {
        var sitting = ground.sitting(3, 0);
        ground.sitting(ground.event()
                .in(ground.edition(sitting))
                .titled("Un autre atelier")
                .seats(10));
        post(sitting, NOBODY, "comme", "adulte", "prenom", "Ana", "courriel", Ground.mail(), "nombre", "3");

        var result =
                post(sitting, NOBODY, "comme", "adulte", "prenom", "Camille", "courriel", Ground.mail(), "nombre", "2");

        assertThat(result).hasStatus(409);
        assertThat(page(result).title()).startsWith("Plus assez de places");
        assertThat(page(result).select(".cards h3").eachText()).contains("Un autre atelier");
        assertThat(ground.rows(sitting)).isEqualTo(1);
    }

    @Test
    void refusesAPersonTwiceWithASentence() {
        var sitting = ground.sitting(30, 0);
        var mail = Ground.mail();
        post(sitting, NOBODY, "comme", "adulte", "prenom", "Camille", "courriel", mail, "nombre", "2");

        var again = post(sitting, NOBODY, "comme", "adulte", "prenom", "camille", "courriel", mail, "nombre", "1");

        assertThat(again).hasStatus(409);
        assertThat(page(again).select(".errors").text()).contains("déjà inscrite à cette séance");
        assertThat(ground.now(sitting).taken()).isEqualTo(2);
    }

    @Test
    void knowsNoForgedSession() {
        var sitting = ground.sitting(30, 0);
        var forged = new Ground.Sitting(sitting.event(), new SessionId(UUID.randomUUID()));

        assertThat(mvc.get().uri(forged.path()).exchange()).hasStatus(404);
        assertThat(mvc.get().uri("/evenements/abc/seances/def/inscription").exchange())
                .hasStatus(404);
        assertThat(post(
                        forged,
                        NOBODY,
                        "comme",
                        "adulte",
                        "prenom",
                        "Camille",
                        "courriel",
                        Ground.mail(),
                        "nombre",
                        "2"))
                .hasStatus(404);
    }

    @Test
    void offersLevelsOfTheAudienceOnly() {
        var sitting = ground.sitting(ground.event().forAudience(Audience.SECONDE, Audience.PARENTS));

        var form = page(mvc.get().uri(sitting.path() + "?comme=eleve").exchange());
        var forced = post(
                sitting,
                NOBODY,
                "comme",
                "eleve",
                "prenom",
                "Léa",
                "niveau",
                "CAP",
                "etablissement",
                "",
                "courriel",
                Ground.mail());

        assertThat(form.select("[name=niveau] option").eachAttr("value")).containsExactly("", "SECONDE");
        assertThat(forced).hasStatus(409);
        assertThat(ground.rows(sitting)).isZero();
    }

    @Test
    void findsThePupilsSchoolByItsWords() {
        var sitting = ground.sitting(30, 0);
        var name = "Lycée Zébulon " + UUID.randomUUID().toString().substring(0, 6);
        var school = ASchool.lycee(name).add(jdbc);

        var unknown = post(
                sitting,
                NOBODY,
                "comme",
                "eleve",
                "prenom",
                "Léa",
                "niveau",
                "SECONDE",
                "etablissement",
                "qqzzxxww",
                "courriel",
                Ground.mail());
        var found = post(
                sitting,
                NOBODY,
                "comme",
                "eleve",
                "prenom",
                "Léa",
                "niveau",
                "SECONDE",
                "etablissement",
                school.uai().value(),
                "courriel",
                Ground.mail());

        assertThat(unknown).hasStatus(422);
        assertThat(page(mvc.get()
                                .uri(String.valueOf(found.getResponse().getRedirectedUrl()))
                                .exchange())
                        .select("dd")
                        .eachText())
                .contains(school.label());
    }

    private static String[] schoolClass(String uai, String pupils) {
        return new String[] {
            "comme",
            "classe",
            "etablissement",
            uai,
            "classe",
            "2de 4",
            "niveau",
            "SECONDE",
            "effectif.eleves",
            pupils,
            "effectif.filles",
            "",
            "effectif.accompagnateurs",
            "2",
            "effectif.besoins",
            "Un fauteuil"
        };
    }

    private MvcTestResult post(Ground.Sitting sitting, RequestPostProcessor who, String... fields) {
        var request = mvc.post().uri(sitting.path()).with(csrf()).with(who);
        var token = Map.of("jeton", UUID.randomUUID().toString());
        var typed = new java.util.LinkedHashMap<String, String>(token);
        for (var at = 0; at < fields.length; at += 2) {
            typed.put(fields[at], fields[at + 1]);
        }
        typed.forEach((name, value) -> request.param(name, value));
        return request.exchange();
    }

    static Document page(MvcTestResult result) {
        try {
            return Jsoup.parse(result.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
