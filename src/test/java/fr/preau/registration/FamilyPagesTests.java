package fr.preau.registration;

import static fr.preau.registration.RegistrationForms.NOBODY;
import static fr.preau.registration.RegistrationForms.page;
import static fr.preau.registration.RegistrationForms.pupil;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.account.TestPeople;
import fr.preau.territory.ASchool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Several children in one form, and how many people one address brings.
@PreauTest
class FamilyPagesTests {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Ground ground;

    @Autowired
    private TestPeople people;

    @Autowired
    private JdbcClient jdbc;

    private final String mail = Ground.mail();

    @SuppressWarnings("NullAway.Init")
    private RegistrationForms forms;

    @BeforeEach
    void takeTheForms() {
        forms = new RegistrationForms(mvc);
    }

    @Test
    void addsALineForAChildAndKeepsWhatWasTyped() {
        var sitting = ground.sitting(30, 0);

        var one = forms.post(sitting, NOBODY, and(pupil("Léa", "", "", "pas fini"), "revoir", "enfant"));
        var two = forms.post(
                sitting,
                NOBODY,
                and(
                        pupil("Léa", "SECONDE", "", mail),
                        "enfants.un.prenom",
                        "Tom",
                        "enfants.un.niveau",
                        "SECONDE",
                        "revoir",
                        "enfant"));

        assertThat(one).hasStatusOk();
        assertThat(page(one).select(".errors")).isEmpty();
        assertThat(page(one).select("[name=prenom]").val()).isEqualTo("Léa");
        assertThat(page(one).select("[name='enfants.un.prenom']")).hasSize(1);
        assertThat(page(two).select("[name='enfants.un.prenom']").val()).isEqualTo("Tom");
        assertThat(page(two).select("[name='enfants.un.niveau'] [selected]").val())
                .isEqualTo("SECONDE");
        assertThat(page(two).select("[name='enfants.deux.prenom']")).hasSize(1);
        assertThat(ground.rows(sitting)).isZero();
    }

    @Test
    void givesEachChildARegistrationAndALetter() {
        var sitting = ground.sitting(30, 0);

        var sent = forms.post(sitting, NOBODY, family("Léa", "Tom", "", "Awa"));

        assertThat(sent).hasStatus3xxRedirection();
        assertThat(names(sitting)).containsExactlyInAnyOrder("Léa", "Tom", "Awa");
        assertThat(letters("REGISTRATION_CONFIRMED")).isEqualTo(3);
        var receipt = page(mvc.get()
                .uri(String.valueOf(sent.getResponse().getRedirectedUrl()))
                .exchange());
        assertThat(receipt.select("h1").text()).isEqualTo("Regardez vos courriels");
        assertThat(receipt.select("main a").eachText())
                .contains("Inscrire un autre enfant", "Retrouver mes inscriptions");
    }

    @Test
    void registersAParentWithChildrenByName() {
        var sitting = ground.sitting(30, 0);
        var parent = new String[] {
            "comme",
            "adulte",
            "prenom",
            "Camille",
            "courriel",
            mail,
            "nombre",
            "2",
            "enfants.un.prenom",
            "Tom",
            "enfants.un.niveau",
            "SECONDE"
        };

        assertThat(forms.post(sitting, NOBODY, parent)).hasStatus3xxRedirection();
        parent[7] = "6";
        parent[3] = "Alex";
        var tooMany = forms.post(sitting, NOBODY, parent);

        assertThat(ground.now(sitting).taken()).isEqualTo(3);
        assertThat(tooMany).hasStatus(422);
        assertThat(page(tooMany).select("#nombre-erreur").text()).contains("6 personnes");
    }

    @Test
    void takesAllSeatsOrNoneAndOffersLessOrToWaitWithWhatWasTyped() {
        var sitting = ground.sitting(2, 0);

        var full = forms.post(sitting, NOBODY, family("Léa", "Tom", "Awa"));

        assertThat(full).hasStatus(409);
        assertThat(ground.rows(sitting)).isZero();
        assertThat(page(full).select("form[action$=/inscription] button").text())
                .isEqualTo("Demander moins de places");
        for (var form : List.of("/inscription", "/attente")) {
            assertThat(page(full)
                            .select("form[action$=" + form + "] [name^=enfants]")
                            .eachAttr("value"))
                    .containsExactly("2", "Tom", "SECONDE", "Awa", "SECONDE");
        }
        var less = forms.post(sitting, NOBODY, and(family("Léa", "Tom", "Awa"), "revoir", "moins"));
        assertThat(page(less).select("[name='enfants.deux.prenom']").val()).isEqualTo("Awa");
    }

    @Test
    void opensTheSameClassFormToAskForLess() {
        var sitting = ground.sitting(20, 20);
        var school = ASchool.lycee("Lycée Ada Lovelace").add(jdbc);
        var fields = RegistrationForms.schoolClass(school.uai().value(), "28");

        var full = forms.post(sitting, people.teacher(school.uai()), fields);
        var less = forms.post(sitting, people.teacher(school.uai()), and(fields, "revoir", "moins"));

        assertThat(full).hasStatus(409);
        assertThat(page(full).select("form[action$=/inscription] [name=classe]").val())
                .isEqualTo("2de 4");
        assertThat(less).hasStatusOk();
        assertThat(page(less).select("[name='effectif.eleves']").val()).isEqualTo("28");
        assertThat(page(less).select("[name='effectif.besoins']").text()).isEqualTo("Un fauteuil");
    }

    @Test
    void bringsSixPeopleAtMostWithOneAddressAndSaysSoByLetterOnly() {
        var sitting = ground.sitting(60, 0);
        var first = forms.post(sitting, NOBODY, family("A", "B", "C", "D", "E", "F"));

        for (var child = 0; child < 34; child++) {
            var more = forms.post(sitting, NOBODY, pupil("Enfant " + child, "SECONDE", "", mail));
            assertThat(more).hasStatus3xxRedirection();
            assertThat(shape(more.getResponse().getRedirectedUrl()))
                    .isEqualTo(shape(first.getResponse().getRedirectedUrl()));
        }

        assertThat(ground.now(sitting).taken()).isEqualTo(6);
        assertThat(letters("REGISTRATION_LINKS")).isEqualTo(1);
        assertThat(jdbc.sql("select text from notification.message where recipient = ? and kind = 'REGISTRATION_LINKS'")
                        .param(mail)
                        .query(String.class)
                        .single())
                .contains("six personnes", "/inscriptions/", "A, inscription");
    }

    @Test
    void bringsSixPeopleAtMostWhenFormsCrossEachOther() throws Exception {
        var sitting = ground.sitting(60, 0);
        var clients = new ArrayList<Callable<Integer>>();
        for (var client = 0; client < 12; client++) {
            var name = "Enfant " + client;
            clients.add(() -> forms.post(sitting, NOBODY, pupil(name, "SECONDE", "", mail))
                    .getResponse()
                    .getStatus());
        }

        OversellTests.atOnce(clients);

        assertThat(ground.now(sitting).taken()).isEqualTo(6);
    }

    @Test
    void answersTheKnownAsTheNew() {
        var sitting = ground.sitting(30, 0);
        var fresh = forms.post(sitting, NOBODY, pupil("Zoé", "SECONDE", "", mail));
        var known = forms.post(sitting, NOBODY, pupil("Zoé", "SECONDE", "", mail));

        assertThat(known.getResponse().getStatus())
                .isEqualTo(fresh.getResponse().getStatus());
        assertThat(cookies(known)).isEqualTo(cookies(fresh));
        assertThat(text(known.getResponse().getRedirectedUrl()))
                .isEqualTo(text(fresh.getResponse().getRedirectedUrl()));
        assertThat(letters("REGISTRATION_LINKS")).isEqualTo(1);
    }

    /// But for the second at which they end.
    private static List<String> cookies(MvcTestResult answer) {
        return answer.getResponse().getHeaders("Set-Cookie").stream()
                .map(cookie -> cookie.replaceAll("Expires=[^;]*", ""))
                .toList();
    }

    @Test
    void takesAFormBackOnItsOwnPage() {
        var sitting = ground.sitting(30, 0);
        var sent = forms.post(sitting, NOBODY, family("Léa", "Tom"));

        var back = forms.postTo(sent.getResponse().getRedirectedUrl() + "/annulation", NOBODY);

        assertThat(back).hasStatus3xxRedirection();
        assertThat(ground.now(sitting).taken()).isZero();
        assertThat(letters("REGISTRATION_CANCELLED")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://spam.example",
                "Zoé www.example.com",
                "WWW.example.com",
                "<a href=x>Zoé</a>",
                "zoe@example.org"
            })
    void carriesNoLinkInAFirstName(String name) {
        var sitting = ground.sitting(30, 0);

        var alone = forms.post(sitting, NOBODY, pupil(name, "SECONDE", "", mail));
        var child = forms.post(sitting, NOBODY, family("Léa", name));

        assertThat(alone).hasStatus(422);
        assertThat(page(alone).select("#prenom-erreur").text()).contains("sans adresse ni lien");
        assertThat(child).hasStatus(422);
        assertThat(page(child).select("#enfants-un-prenom-erreur").text()).contains("sans adresse ni lien");
        assertThat(ground.rows(sitting)).isZero();
    }

    @Test
    void dropsWhatCannotBeSeenInNamesAndAddresses() {
        var sitting = ground.sitting(30, 0);

        var sent = forms.post(
                sitting,
                NOBODY,
                pupil("Zo\u200Bé\u202E", "SECONDE", "", "\u00A0" + mail.replace("@", "\u200B@") + "\u00A0"));

        assertThat(sent).hasStatus3xxRedirection();
        assertThat(names(sitting)).containsExactly("Zoé");
        assertThat(letters("REGISTRATION_CONFIRMED")).isEqualTo(1);
    }

    @Test
    void refusesAForgedCrowdOfChildren() {
        var sitting = ground.sitting(30, 0);

        var six = forms.post(sitting, NOBODY, family("A", "B", "C", "D", "E", "F", "G"));
        var odd = forms.post(
                sitting, NOBODY, and(pupil("Léa", "SECONDE", "", "personne"), "enfants.lignes", "999999999"));
        var none = forms.post(sitting, NOBODY, and(pupil("Léa", "SECONDE", "", "personne"), "enfants", "x"));

        assertThat(six).hasStatus3xxRedirection();
        assertThat(ground.now(sitting).taken()).isEqualTo(6);
        assertThat(page(odd).select("[name$=.prenom]")).hasSize(5);
        assertThat(none.getResponse().getStatus()).isBetween(400, 499);
    }

    /// One address for all, an empty name for an empty line.
    private String[] family(String first, String... others) {
        var fields = new ArrayList<>(Arrays.asList(pupil(first, "SECONDE", "", mail)));
        for (var line = 0; line < others.length; line++) {
            var name = "enfants." + (line < ChildrenForm.MOST ? ChildrenForm.LINES.get(line) : "six");
            fields.addAll(List.of(name + ".prenom", others[line]));
            fields.addAll(List.of(name + ".niveau", others[line].isEmpty() ? "" : "SECONDE"));
        }
        return fields.toArray(String[]::new);
    }

    private static String[] and(String[] fields, String... more) {
        return Stream.concat(Arrays.stream(fields), Arrays.stream(more)).toArray(String[]::new);
    }

    private List<String> names(Ground.Sitting sitting) {
        return jdbc.sql(
                        "select first_name from registration.registration where session_id = ? and cancelled_at is null")
                .param(sitting.session().value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private int letters(String kind) {
        return jdbc.sql("select count(*) from notification.message where recipient = ? and kind = ?")
                .params(mail, kind)
                .query(Integer.class)
                .single();
    }

    private String text(@Nullable String path) {
        var page = page(mvc.get().uri(String.valueOf(path)).exchange());
        page.select("[name=jeton], [name=_csrf], form").remove();
        return page.text();
    }

    private static String shape(@Nullable String path) {
        return String.valueOf(path)
                .replaceAll("[^/]+$", UUID.nameUUIDFromBytes(new byte[0]).toString());
    }
}
