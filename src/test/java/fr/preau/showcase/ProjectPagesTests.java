package fr.preau.showcase;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.account.Organisation;
import fr.preau.account.SignedIn;
import fr.preau.account.TestPeople;
import fr.preau.event.EventFixtures;
import fr.preau.programme.EditionFixtures;
import fr.preau.territory.ASchool;
import fr.preau.territory.School;
import fr.preau.territory.Territories;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A project from its first draft to the gallery and back, as teachers, moderators and organisers meet it.
@PreauTest
class ProjectPagesTests {
    @Autowired
    private ProjectFixtures projects;

    @Autowired
    private ProjectRepository repository;

    @Autowired
    private EditionFixtures editions;

    @Autowired
    private EventFixtures events;

    @Autowired
    private TestPeople people;

    @Autowired
    private Territories territories;

    @Autowired
    private JdbcClient database;

    @Autowired
    private MockMvcTester mvc;

    @SuppressWarnings("NullAway.Init")
    private ShowcaseBrowsing browser;

    @SuppressWarnings("NullAway.Init")
    private School school;

    @BeforeEach
    void addSchool() {
        browser = new ShowcaseBrowsing(mvc);
        school = ASchool.lycee("Lycée des projets").in("Foix", "09000", "09").add(database);
    }

    @Test
    void keepsWhatWasTypedAndNamesWhatIsWrong() {
        editions.current();
        var teacher = people.teacher(school.uai());

        var answer = browser.send(
                teacher,
                "/espace/trophees",
                "titre",
                "Mon jeu",
                "annee",
                "2020-1",
                "equipe",
                "Inès Martin\nTom",
                "source",
                "http://example.org/jeu",
                "eleves",
                "2",
                "filles",
                "3",
                "resume",
                "x".repeat(301));

        assertThat(answer).hasStatus(422);
        var page = ShowcaseBrowsing.page(answer);
        assertThat(page.select(".errors li").eachText())
                .anyMatch(text -> text.contains("jamais de nom de famille"))
                .anyMatch(text -> text.contains("https://"))
                .anyMatch(text -> text.contains("plus de filles"))
                .anyMatch(text -> text.contains("300 caractères"))
                .anyMatch(text -> text.contains("année"));
        assertThat(page.select("textarea[name=equipe]").text()).contains("Inès Martin");
        assertThat(repository.countOf(List.of(school.uai()))).isZero();
    }

    @Test
    void keepsADraftOnceEvenIfSentTwice() {
        editions.current();
        var teacher = people.teacher(school.uai());
        var year = browser.page(teacher, "/espace/trophees/nouveau")
                .select("select[name=annee] option")
                .get(1)
                .val();
        var form = UUID.randomUUID().toString();
        TestSecurityContextHolder.clearContext();
        for (var i = 0; i < 2; i++) {
            var answer = mvc.post()
                    .uri("/espace/trophees")
                    .with(teacher)
                    .with(SecurityMockMvcRequestPostProcessors.csrf())
                    .param("jeton", form)
                    .param("titre", "Mon jeu")
                    .param("annee", year)
                    .param("equipe", "Inès\nTom")
                    .exchange();
            assertThat(answer).hasStatus(302);
        }

        assertThat(repository.countOf(List.of(school.uai()))).isEqualTo(1);
        var page = browser.page(teacher, "/espace/trophees/" + form);
        assertThat(page.text()).contains("brouillon", "Avant de soumettre", "Choisissez une licence");
        assertThat(browser.send(teacher, "/espace/trophees/" + form + "/soumettre", "lock", "1"))
                .hasStatus(422);
    }

    @Test
    void isShownOnlyOnceReadAndTellsTheTeacherEachTime() {
        var made = projects.drafted(school, editions.open());
        assertThat(browser.open(ShowcaseBrowsing.NOBODY, made.gallery())).hasStatus(404);

        assertThat(act(made, made.teacher(), made.space("/soumettre"))).hasStatus(302);
        assertThat(browser.open(ShowcaseBrowsing.NOBODY, made.gallery())).hasStatus(404);
        assertThat(act(made, made.teacher(), made.space("/modifier"), "titre", "Autre", "annee", "2025-2026"))
                .hasStatus(409);

        var moderator = people.coordinator(territories.departement("09").orElseThrow());
        assertThat(browser.page(moderator, "/espace/moderation/trophees").text())
                .contains(made.title());
        assertThat(act(
                        made,
                        moderator,
                        desk(made, "/refuser"),
                        "decision",
                        "changes",
                        "raison",
                        "MISSING",
                        "message",
                        ""))
                .hasStatus(422);
        assertThat(act(
                        made,
                        moderator,
                        desk(made, "/refuser"),
                        "decision",
                        "changes",
                        "raison",
                        "MISSING",
                        "message",
                        "Dites quel langage."))
                .hasStatus(302);
        assertThat(browser.page(made.teacher(), made.space("")).text()).contains("Dites quel langage.");

        assertThat(act(made, made.teacher(), made.space("/soumettre"))).hasStatus(302);
        assertThat(act(made, moderator, desk(made, "/accepter"))).hasStatus(302);
        assertThat(browser.page(ShowcaseBrowsing.NOBODY, made.gallery()).text()).contains(made.title(), "Inès", "MIT");
        assertThat(kinds(made))
                .containsExactly("PROJECT_SUBMITTED", "PROJECT_SENT_BACK", "PROJECT_SUBMITTED", "PROJECT_PUBLISHED");
    }

    @Test
    void keepsTheLastApprovedVersionWhileTheNextIsRead() {
        var made = projects.published(school);

        change(made, "Version deux " + made.title());
        assertThat(browser.page(ShowcaseBrowsing.NOBODY, made.gallery())
                        .select("h1")
                        .text())
                .isEqualTo(made.title());
        act(made, made.teacher(), made.space("/soumettre"));
        assertThat(browser.page(ShowcaseBrowsing.NOBODY, made.gallery())
                        .select("h1")
                        .text())
                .isEqualTo(made.title());
        var desk = browser.page(people.pilot(), desk(made, ""));
        assertThat(desk.select("ins").text()).contains("Version deux");
        act(made, people.pilot(), desk(made, "/accepter"));

        assertThat(browser.page(ShowcaseBrowsing.NOBODY, made.gallery())
                        .select("h1")
                        .text())
                .startsWith("Version deux");
    }

    @Test
    void neverLetsTwoModeratorsOverwriteEachOther() {
        var made = projects.drafted(school, editions.open());
        projects.submit(made);
        var lock = String.valueOf(lock(made));

        assertThat(browser.send(people.pilot(), desk(made, "/accepter"), "lock", lock))
                .hasStatus(302);
        var late = browser.send(
                people.pilot(),
                desk(made, "/refuser"),
                "lock",
                lock,
                "decision",
                "reject",
                "raison",
                "OTHER",
                "message",
                "Non.");

        assertThat(late).hasStatus(409);
        assertThat(ShowcaseBrowsing.page(late).select(".errors").text()).contains("Quelqu'un d'autre a agi");
        assertThat(browser.open(ShowcaseBrowsing.NOBODY, made.gallery())).hasStatusOk();
    }

    @Test
    void leavesTheGalleryWhenModeratorsOrTheTeacherTakeItOut() {
        var made = projects.published(school);
        assertThat(act(
                        made,
                        people.pilot(),
                        desk(made, "/refuser"),
                        "decision",
                        "suspend",
                        "raison",
                        "PERSON",
                        "message",
                        "Une personne est reconnaissable."))
                .hasStatus(302);
        assertThat(browser.open(ShowcaseBrowsing.NOBODY, made.gallery())).hasStatus(404);
        assertThat(browser.page(made.teacher(), made.space("")).text()).contains("Une personne est reconnaissable.");

        var other = projects.published(school);
        assertThat(act(other, other.teacher(), other.space("/retirer"))).hasStatus(302);
        assertThat(browser.open(ShowcaseBrowsing.NOBODY, other.gallery())).hasStatus(404);
        assertThat(browser.open(ShowcaseBrowsing.NOBODY, "/trophees/images/" + other.image()))
                .hasStatus(404);
    }

    @Test
    void showsModeratorsWhatTheRulesFound() {
        var made = projects.drafted(school, editions.open());
        save(made, made.title(), "Inès Martin a tout écrit, son adresse : ines@example.org. ".repeat(2));
        act(made, made.teacher(), made.space("/soumettre"));

        var found = browser.page(people.pilot(), desk(made, ""))
                .select("section.card li")
                .eachText();

        assertThat(found).anyMatch(text -> text.contains("Inès Martin")).anyMatch(text -> text.contains("adresse"));
    }

    @Test
    void asksWhoIsOnAnImageAndWhatItShows() {
        var made = projects.drafted(school, editions.open());

        assertThat(upload(made, ProjectFixtures.png(), "alternative", "")).hasStatus(422);
        assertThat(upload(made, ProjectFixtures.png(), "alternative", "Un écran."))
                .hasStatus(422);
        assertThat(upload(made, ProjectFixtures.png(), "alternative", "Un écran.", "montre", "eleves"))
                .hasStatus(422);
        assertThat(upload(
                        made,
                        "abc".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        "alternative",
                        "Un écran.",
                        "montre",
                        "personne"))
                .hasStatus(422);
        assertThat(upload(
                        made,
                        ProjectFixtures.png(),
                        "alternative",
                        "Tom code.",
                        "montre",
                        "eleves",
                        "qui",
                        made.tom().id().toString()))
                .hasStatus(302);

        assertThat(browser.page(made.teacher(), made.space("/images")).text())
                .contains("il manque l'autorisation de Tom");
    }

    @Test
    void recordsWhatThePaperSaysAndNothingMore() {
        var made = projects.published(school);
        var day = projects.today().toString();

        var wrong = act(
                made,
                made.teacher(),
                made.space("/autorisations"),
                "eleve",
                made.tom().id().toString(),
                "objet",
                "PHOTO",
                "donneur",
                "GUARDIAN",
                "signature",
                projects.today().plusDays(1).toString(),
                "fin",
                "2199-01-01",
                "nom",
                "Durand");
        assertThat(wrong).hasStatus(422);
        assertThat(ShowcaseBrowsing.page(wrong).select(".errors li").eachText()).hasSize(3);
        var right = act(
                made,
                made.teacher(),
                made.space("/autorisations"),
                "eleve",
                made.tom().id().toString(),
                "objet",
                "SURNAME",
                "donneur",
                "PUPIL_OF_AGE",
                "signature",
                day,
                "fin",
                day,
                "nom",
                "d'Arcy");
        assertThat(right).hasStatus(302);

        assertThat(browser.page(ShowcaseBrowsing.NOBODY, made.gallery()).text()).contains("Tom d'Arcy");
        var sheet = browser.page(
                made.teacher(), made.space("/autorisations/" + made.tom().id() + "/feuille"));
        assertThat(sheet.text()).contains(made.tom().page());
    }

    @Test
    void isAnnouncedOnTheEventsPageUntilItsOrganiserDeclines() {
        var made = projects.published(school);
        Organisation organisation = people.organisation("Association des projets");
        var event = events.published().by(organisation.id()).in(made.edition()).now();
        var elsewhere = events.published().now();
        var page = "/evenements/" + event.id().value();

        assertThat(act(made, made.teacher(), made.space("/evenements"), "evenement", "pas une adresse"))
                .hasStatus(422);
        assertThat(act(
                        made,
                        made.teacher(),
                        made.space("/evenements"),
                        "evenement",
                        "http://x/evenements/" + elsewhere.id().value()))
                .hasStatus(422);
        assertThat(act(made, made.teacher(), made.space("/evenements"), "evenement", "http://localhost" + page))
                .hasStatus(302);

        assertThat(browser.page(ShowcaseBrowsing.NOBODY, page)
                        .select("a[href=%s]".formatted(made.gallery()))
                        .text())
                .contains(made.title());
        assertThat(browser.page(ShowcaseBrowsing.NOBODY, made.gallery()).select("a[href=%s]".formatted(page)))
                .hasSize(1);
        var organiser = people.member(organisation.id());
        assertThat(browser.page(organiser, "/espace/trophees/evenements").text())
                .contains(made.title());
        browser.send(
                organiser,
                "/espace/trophees/evenements/%s/%s/retirer"
                        .formatted(event.id().value(), made.id().value()));
        assertThat(browser.page(ShowcaseBrowsing.NOBODY, page).text()).doesNotContain(made.title());
    }

    @Test
    void putsWhatIsReportedInTheQueue() {
        var made = projects.published(school);
        assertThat(browser.send(ShowcaseBrowsing.NOBODY, made.gallery() + "/signaler"))
                .hasStatus(422);
        assertThat(browser.send(
                        ShowcaseBrowsing.NOBODY,
                        made.gallery() + "/signaler",
                        "raison",
                        "COPIED",
                        "precision",
                        "Vu ailleurs."))
                .hasStatus(302);
        var moderator = people.coordinator(territories.departement("09").orElseThrow());

        assertThat(browser.page(moderator, desk(made, "")).text()).contains("Vu ailleurs.");
        act(made, moderator, desk(made, "/signalements"), "vu", "1.0");

        assertThat(browser.page(moderator, desk(made, "")).text()).doesNotContain("Vu ailleurs.");
    }

    @Test
    void tellsTheSecondModeratorWhoClosedTheReports() {
        var made = projects.published(school);
        browser.send(ShowcaseBrowsing.NOBODY, made.gallery() + "/signaler", "raison", "COPIED");
        var first = people.coordinator(territories.departement("09").orElseThrow());
        var pilot = people.pilot();
        assertThat(act(made, first, desk(made, "/signalements"), "vu", "1.0")).hasStatus(302);
        assertThat(act(made, first, desk(made, "/signalements"), "vu", "1.0")).hasStatus(302);

        var late = act(
                made,
                pilot,
                desk(made, "/refuser"),
                "vu",
                "1.0",
                "decision",
                "suspend",
                "raison",
                "OTHER",
                "message",
                "Copié.");

        assertThat(late).hasStatus(409);
        assertThat(ShowcaseBrowsing.page(late).text()).contains(first.name() + " a déjà décidé", "rien à changer");
        assertThat(browser.open(ShowcaseBrowsing.NOBODY, made.gallery())).hasStatusOk();
        assertThat(act(made, pilot, desk(made, "/signalements"), "vu", "1.0")).hasStatus(409);
    }

    private void change(ProjectFixtures.Made made, String title) {
        save(made, title, "Le programme est en Python, et la deuxième version ajoute un graphe pondéré des salles.");
    }

    private void save(ProjectFixtures.Made made, String title, String how) {
        assertThat(act(
                        made,
                        made.teacher(),
                        made.space("/modifier"),
                        "titre",
                        title,
                        "annee",
                        "2025-2026",
                        "niveau",
                        "TERMINALE",
                        "categorie",
                        "GAME",
                        "resume",
                        "Un jeu.",
                        "quoi",
                        how,
                        "comment",
                        how,
                        "licence",
                        "MIT",
                        "equipe",
                        "Inès\nTom"))
                .hasStatus(302);
    }

    private MvcTestResult act(ProjectFixtures.Made made, SignedIn who, String address, String... fields) {
        var all = new java.util.ArrayList<>(List.of(fields));
        all.addAll(List.of("lock", String.valueOf(lock(made))));
        return browser.send(who, address, all.toArray(String[]::new));
    }

    private MvcTestResult upload(ProjectFixtures.Made made, byte[] file, String... fields) {
        TestSecurityContextHolder.clearContext();
        var request = mvc.post()
                .uri(made.space("/images"))
                .multipart()
                .file(new MockMultipartFile("file", "image.png", "image/png", file))
                .with(made.teacher())
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("jeton", UUID.randomUUID().toString())
                .param("lock", String.valueOf(lock(made)));
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private int lock(ProjectFixtures.Made made) {
        return repository.find(made.id()).orElseThrow().lock();
    }

    private List<String> kinds(ProjectFixtures.Made made) {
        return database.sql("select kind from notification.message where recipient = :mail order by created_at, kind")
                .param("mail", made.teacher().mail())
                .query((row, _) -> row.getString("kind"))
                .list();
    }

    private static String desk(ProjectFixtures.Made made, String page) {
        return "/espace/moderation/trophees/" + made.id().value() + page;
    }
}
