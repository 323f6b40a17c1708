package fr.preau.registration;

import static fr.preau.registration.RegistrationForms.NOBODY;
import static fr.preau.registration.RegistrationForms.page;
import static fr.preau.registration.RegistrationForms.pupil;
import static fr.preau.registration.RegistrationForms.schoolClass;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.account.TestPeople;
import fr.preau.event.Audience;
import fr.preau.event.SessionId;
import fr.preau.territory.ASchool;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PreauTest
class RegistrationPagesTests {
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

        var result = forms.post(sitting, NOBODY, pupil("Léa", "SECONDE", "", Ground.mail()));

        assertThat(result).hasStatus3xxRedirection();
        var path = ground.opened(result);
        assertThat(path).matches("/inscriptions/[A-Za-z0-9_-]{27}");
        assertThat(page(mvc.get().uri(path).exchange()).select("dd").eachText()).contains("Léa", "2de");
        assertThat(ground.now(sitting).taken()).isEqualTo(1);
    }

    @Test
    void asksAPupilForNothingElse() {
        var form = page(
                mvc.get().uri(ground.sitting(30, 20).path() + "?comme=eleve").exchange());

        assertThat(form.select("main form [name]").eachAttr("name"))
                .containsExactly(
                        "_csrf",
                        "jeton",
                        "comme",
                        "prenom",
                        "niveau",
                        "etablissement",
                        "courriel",
                        "enfants.lignes",
                        "revoir");
        assertThat(form.select("main form small").text()).contains("Tout ce qui désigne quelqu'un est effacé le");
    }

    @Test
    void registersAnAdultWithTheirFamily() {
        var sitting = ground.sitting(30, 20);

        var result = forms.post(
                sitting, NOBODY, "comme", "adulte", "prenom", "Camille", "courriel", Ground.mail(), "nombre", "4");

        assertThat(result).hasStatus3xxRedirection();
        assertThat(ground.now(sitting).taken()).isEqualTo(4);
    }

    @Test
    void registersAClassForATeacherOfItsSchool() {
        var sitting = ground.sitting(40, 35);
        var school = ASchool.lycee("Lycée Ada Lovelace").add(jdbc);

        var result = forms.post(
                sitting, people.teacher(school.uai()), schoolClass(school.uai().value(), "28"));

        assertThat(result).hasStatus3xxRedirection();
        assertThat(ground.now(sitting).classTaken()).isEqualTo(30);
    }

    @Test
    void letsNoTeacherBookForAnotherSchool() {
        var sitting = ground.sitting(40, 35);
        var mine = ASchool.lycee("Lycée Ada Lovelace").add(jdbc);
        var other = ASchool.lycee("Lycée Alan Turing").add(jdbc);

        var result = forms.post(
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
        var forced = forms.post(sitting, NOBODY, schoolClass("0090013R", "28"));

        assertThat(form.select("main a.button").attr("href"))
                .isEqualTo("/connexion?vers=" + sitting.path() + "?comme=classe");
        assertThat(page(forced).select("main form")).isEmpty();
        assertThat(ground.rows(sitting)).isZero();
    }

    @Test
    void leadsWhoWorksNowhereYetToTheirSchoolsAndBack() {
        var sitting = ground.sitting(40, 35);
        var nina = people.withoutRole();

        var form =
                page(mvc.get().uri(sitting.path() + "?comme=classe").with(nina).exchange());
        var link = form.select("main .empty a.button").attr("href");
        var schools = page(mvc.get().uri(java.net.URI.create(link)).with(nina).exchange());

        assertThat(link).startsWith("/espace/etablissements?vers=");
        assertThat(schools.select("main a").eachAttr("href")).contains(sitting.path() + "?comme=classe");
        assertThat(schools.select("[name=vers]").val()).isEqualTo(sitting.path() + "?comme=classe");
        assertThat(page(mvc.get()
                                .uri("/espace/etablissements?vers=//spam.example")
                                .with(nina)
                                .exchange())
                        .select("[name=vers]"))
                .isEmpty();
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

        var first = forms.post(sitting, NOBODY, fields);
        var second = forms.post(sitting, NOBODY, fields);

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
        forms.post(sitting, NOBODY, "comme", "adulte", "prenom", "Ana", "courriel", Ground.mail(), "nombre", "3");

        var result = forms.post(
                sitting, NOBODY, "comme", "adulte", "prenom", "Camille", "courriel", Ground.mail(), "nombre", "2");

        assertThat(result).hasStatus(409);
        assertThat(page(result).title()).startsWith("Plus assez de places");
        assertThat(page(result).select(".cards h3").eachText()).contains("Un autre atelier");
        assertThat(ground.rows(sitting)).isEqualTo(1);
    }

    @Test
    void answersAPersonTwiceAlikeAndSeatsThemOnce() {
        var sitting = ground.sitting(30, 0);
        var mail = Ground.mail();
        forms.post(sitting, NOBODY, "comme", "adulte", "prenom", "Camille", "courriel", mail, "nombre", "2");

        var again =
                forms.post(sitting, NOBODY, "comme", "adulte", "prenom", "camille", "courriel", mail, "nombre", "1");

        assertThat(again).hasStatus3xxRedirection();
        assertThat(ground.now(sitting).taken()).isEqualTo(2);
    }

    @Test
    void knowsNoForgedSession() {
        var sitting = ground.sitting(30, 0);
        var forged = new Ground.Sitting(sitting.event(), new SessionId(UUID.randomUUID()));

        assertThat(mvc.get().uri(forged.path()).exchange()).hasStatus(404);
        assertThat(mvc.get().uri("/evenements/abc/seances/def/inscription").exchange())
                .hasStatus(404);
        assertThat(forms.post(
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
        var forced = forms.post(sitting, NOBODY, pupil("Léa", "CAP", "", Ground.mail()));

        assertThat(form.select("[name=niveau] option").eachAttr("value")).containsExactly("", "SECONDE");
        assertThat(forced).hasStatus(409);
        assertThat(ground.rows(sitting)).isZero();
    }

    @Test
    void findsThePupilsSchoolByItsWords() {
        var sitting = ground.sitting(30, 0);
        var name = "Lycée Zébulon " + UUID.randomUUID().toString().substring(0, 6);
        var school = ASchool.lycee(name).add(jdbc);

        var unknown = forms.post(sitting, NOBODY, pupil("Léa", "SECONDE", "qqzzxxww", Ground.mail()));
        var found =
                forms.post(sitting, NOBODY, pupil("Léa", "SECONDE", school.uai().value(), Ground.mail()));

        assertThat(unknown).hasStatus(422);
        assertThat(page(mvc.get().uri(ground.opened(found)).exchange())
                        .select("dd")
                        .eachText())
                .contains(school.label());
    }
}
