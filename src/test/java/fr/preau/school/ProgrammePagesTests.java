package fr.preau.school;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.account.Browsing;
import fr.preau.account.SignedIn;
import fr.preau.event.EventFixtures;
import fr.preau.territory.School;
import java.time.Instant;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PreauTest
class ProgrammePagesTests {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SchoolGround ground;

    @Autowired
    private Commitments commitments;

    private Browsing site;
    private School school;
    private SignedIn head;
    private SignedIn teacher;
    private String desk;
    private String open;

    @BeforeEach
    void settle() {
        site = new Browsing(mvc);
        school = ground.school();
        head = ground.head(school);
        teacher = ground.teacher(school);
        desk = "/espace/etablissement/" + school.uai() + "/semaine";
        open = "/etablissements/" + school.uai() + "/semaine";
    }

    @Test
    void saysClearlyThatASchoolTakesNoPartYet() {
        assertThat(site.open(Browsing.NOBODY, open)).hasStatusOk();
        assertThat(publicPage().text()).contains("n'a pas inscrit la semaine", school.label());
        assertThat(site.open(Browsing.NOBODY, open + ".ics")).hasStatus(404);
        assertThat(site.open(Browsing.NOBODY, "/etablissements/0000000A/semaine"))
                .hasStatus(404);

        send(head, "/engagement");

        assertThat(publicPage().text()).contains("prend part à la semaine", "n'est pas ouvert à tout le monde");
    }

    @Test
    void tellsOthersTheLevelAndNeverTheClassNorItsNumbersNorWhoAdvised() {
        var booked = ground.event("Visite des robots", 1).now();
        ground.book(school, booked, "2de Zèbre");
        var advised = ground.event("Forum des métiers", 2).now();
        recommend(teacher, advised, "Pour toutes et tous.");
        publish("PUBLIC");

        var page = publicPage().select("main").text();

        assertThat(page)
                .contains(
                        "Visite des robots", "avec leur classe : 2de", "Forum des métiers", "« Pour toutes et tous. »")
                .doesNotContain("Zèbre", "Dupuis", teacher.name(), "8 élèves");
        assertThat(site.page(head, desk).select("main").text()).contains("2de Zèbre", teacher.name());
    }

    @Test
    void isReadByItsLinkOnlyWhenTheHeadSaysSo() {
        ground.book(school, ground.event("Visite des robots", 1).now(), "2de 4");
        publish("LINK");
        var linked = link();

        var page = site.page(Browsing.NOBODY, linked);
        assertThat(page.text()).contains("Visite des robots");
        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(publicPage().text()).doesNotContain("Visite des robots");
        assertThat(site.open(Browsing.NOBODY, linked + "/agenda.ics")).hasStatusOk();
        assertThat(site.open(Browsing.NOBODY, open + ".ics")).hasStatus(404);

        send(head, "/lien");

        assertThat(site.open(Browsing.NOBODY, linked)).hasStatus(404);
        assertThat(site.open(Browsing.NOBODY, link())).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "AAAAAAAAAAAAAAAAAAAAAAAAAAA", "été", "a b"})
    void opensNothingWithAKeyNobodyWasGiven(String key) {
        assertThat(site.open(Browsing.NOBODY, "/programmes/" + key)).hasStatus(404);
        assertThat(site.open(Browsing.NOBODY, "/programmes/" + key + "/agenda.ics"))
                .hasStatus(404);
    }

    @Test
    void givesOneCalendarOfTheWholeAndNotTwice() throws Exception {
        var booked = ground.event("Visite des robots", 1).now();
        ground.book(school, booked, "2de Zèbre");
        var hosted = ground.event("Forum", 2).at(school).now();
        publish("PUBLIC");

        var first = site.open(Browsing.NOBODY, open + ".ics");
        var text = first.getResponse().getContentAsString();
        assertThat(text)
                .contains("session-%s@preau".formatted(booked.session().value()))
                .contains("session-%s@preau".formatted(hosted.session().value()))
                .doesNotContain("Zèbre", "ORGANIZER", "contact@example.org");
        assertThat(again(first)).hasStatus(304);

        ground.cancel(booked.id());

        var changed = again(first);
        assertThat(changed).hasStatusOk();
        assertThat(changed.getResponse().getContentAsString()).contains("STATUS:CANCELLED");
    }

    @Test
    void isNotSentTwiceToWhoReadsItAgain() {
        ground.event("Forum", 2).at(school).now();
        publish("PUBLIC");
        var first = site.open(Browsing.NOBODY, open);

        assertThat(first).headers().hasValue("Cache-Control", "public, max-age=0, must-revalidate");
        assertThat(again(first, open)).hasStatus(304);

        ground.event("Visite des robots", 1).at(school).now();
        assertThat(again(first, open)).hasStatusOk();
        publish("LINK");
        var linked = site.open(Browsing.NOBODY, link());
        assertThat(linked).headers().hasValue("Cache-Control", "private, no-cache");
        assertThat(again(linked, link())).hasStatus(304);
    }

    @Test
    void offersItsStaffToRecommendAnEventOnItsPage() {
        var event = ground.event("Robots", 1).now();
        var page = "/evenements/" + event.id().value();
        var form = desk + "/recommandations/" + event.id().value();

        assertThat(site.page(teacher, page)
                        .select("main a[href=%s]".formatted(form))
                        .text())
                .contains(school.label());
        assertThat(site.page(Browsing.NOBODY, page).select("main").text()).doesNotContain("recommander");
        ground.cancel(event.id());
        assertThat(site.page(teacher, page).select("main a[href=%s]".formatted(form)))
                .isEmpty();
    }

    @Test
    void refusesToPublishBeforeTheSchoolTakesPart() {
        var answer = send(
                head,
                "/publication",
                "visibilite",
                "PUBLIC",
                "lu",
                Instant.now().toString());

        assertThat(answer).hasStatus(409);
        assertThat(Browsing.page(answer).select("#erreurs").text()).contains("Inscrivez d'abord");
    }

    @Test
    void asksWhoMayReadWhenTheHeadDidNotSay() {
        send(head, "/engagement");

        var answer = send(head, "/publication", "lu", Instant.now().toString());

        assertThat(answer).hasStatus(422);
        assertThat(Browsing.page(answer).select("#visibilite-erreur").text()).contains("Choisissez");
        assertThat(send(
                        head,
                        "/publication",
                        "visibilite",
                        "TOUS",
                        "lu",
                        Instant.now().toString()))
                .hasStatus4xxClientError();
    }

    @Test
    void pointsAPosterAndAMessageToThePageOthersRead() {
        ground.book(school, ground.event("Visite des robots", 1).now(), "2de Zèbre");
        assertThat(site.page(teacher, desk + "/affiche").select("h1").text()).contains("pas encore publié");
        assertThat(site.page(teacher, desk + "/message").select("h1").text()).contains("pas encore publié");
        publish("PUBLIC");

        var poster = site.page(teacher, desk + "/affiche");
        assertThat(poster.select("svg.qr path")).hasSize(1);
        assertThat(poster.select(".poster").text())
                .contains("Visite des robots", open, school.label())
                .doesNotContain("Zèbre");
        var message = site.page(teacher, desk + "/message");
        assertThat(message.select("#texte").text()).contains(open, "Visite des robots");
        assertThat(message.select("a[href^=mailto:]").attr("href"))
                .startsWith("mailto:?subject=")
                .contains("%0D%0A")
                .doesNotContain("+", " ");
    }

    @Test
    void takesARecommendationOnceAndNeitherGiantsNorInvisibleSigns() {
        var event = ground.event("Robots", 1).now();
        var form = desk + "/recommandations/" + event.id().value();

        var long301 = site.send(teacher, form, "phrase", "x".repeat(301));
        assertThat(long301).hasStatus(422);
        assertThat(Browsing.page(long301).select("#phrase").text()).isEqualTo("x".repeat(301));
        assertThat(Browsing.page(long301).select("#phrase-erreur").text()).contains("300");

        recommend(teacher, event, "Allez-y\u0000\nvite.");
        recommend(teacher, event, "Allez-y\u0000\nvite.");

        assertThat(site.page(teacher, desk).select(".events li")).hasSize(1);
        assertThat(site.page(teacher, desk).select(".events li").text()).contains("« Allez-y vite. »");
        var absent = desk + "/recommandations/" + UUID.randomUUID();
        assertThat(site.send(teacher, absent, "phrase", "")).hasStatus(404);
    }

    @Test
    void letsItsAuthorAndTheHeadTakeARecommendationBackAndNoColleague() {
        var event = ground.event("Robots", 1).now();
        var colleague = ground.teacher(school);
        recommend(teacher, event, "Allez-y.");
        var form = desk + "/recommandations/" + event.id().value();

        assertThat(site.page(colleague, form).select("main form")).isEmpty();
        assertThat(site.send(colleague, form, "phrase", "La mienne.")).hasStatus(409);
        assertThat(site.send(colleague, form + "/retrait")).hasStatus(403);
        assertThat(site.send(head, form + "/retrait")).hasStatus(302);
        assertThat(site.send(teacher, form + "/retrait")).hasStatus(404);
        recommend(teacher, event, "Encore.");
        assertThat(site.send(teacher, form + "/retrait")).hasStatus(302);
        assertThat(site.page(teacher, desk).select(".events li")).isEmpty();
    }

    @Test
    void letsATeacherAddAndTheHeadAloneDecide() {
        for (var action : new String[] {"/engagement", "/retrait", "/lien"}) {
            assertThat(send(teacher, action)).hasStatus(403);
        }
        assertThat(send(
                        teacher,
                        "/publication",
                        "visibilite",
                        "PUBLIC",
                        "lu",
                        Instant.now().toString()))
                .hasStatus(403);
        var neighbour = ground.head(ground.school());
        assertThat(send(neighbour, "/engagement")).hasStatus(403);
        assertThat(site.open(neighbour, desk)).hasStatus(403);
        assertThat(site.page(teacher, desk).select("main form")).isEmpty();
        assertThat(site.page(head, desk).select("main button").text()).contains("programmation annuelle");
        assertThat(site.page(head, "/espace").select("a[href=%s]".formatted(desk)))
                .hasSize(1);
    }

    @Test
    void showsALongProgrammeTwentyAtATime() {
        var events = new EventFixtures.Published[21];
        for (var number = 0; number < events.length; number++) {
            events[number] = ground.event("Rencontre " + number, 1).at(school).now();
        }
        publish("PUBLIC");

        assertThat(publicPage().select(".events > li")).hasSize(20);
        assertThat(site.page(Browsing.NOBODY, open + "?page=2").select(".events > li"))
                .hasSize(1);
        assertThat(site.page(head, desk + "?page=99").select(".events > li")).hasSize(1);
    }

    private Document publicPage() {
        return site.page(Browsing.NOBODY, open);
    }

    private void recommend(SignedIn who, EventFixtures.Published event, String sentence) {
        assertThat(site.send(who, desk + "/recommandations/" + event.id().value(), "phrase", sentence))
                .hasStatus(302);
    }

    private void publish(String visibility) {
        assertThat(send(head, "/engagement")).hasStatus(302);
        assertThat(send(
                        head,
                        "/publication",
                        "visibilite",
                        visibility,
                        "lu",
                        Instant.now().toString()))
                .hasStatus(302);
    }

    private MvcTestResult send(SignedIn who, String action, String... fields) {
        var all = new String[fields.length + 2];
        System.arraycopy(fields, 0, all, 2, fields.length);
        all[0] = "jeton";
        all[1] = UUID.randomUUID().toString();
        return site.send(who, desk + action, all);
    }

    private String link() {
        return commitments
                .find(ground.edition().id(), school.uai())
                .map(Commitment::path)
                .orElseThrow();
    }

    private MvcTestResult again(MvcTestResult first) {
        return again(first, open + ".ics");
    }

    private MvcTestResult again(MvcTestResult first, String address) {
        return mvc.get()
                .uri(address)
                .header("If-None-Match", String.valueOf(first.getResponse().getHeader("ETag")))
                .exchange();
    }
}
