package fr.preau.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.SettableClock;
import fr.preau.event.EventFixtures;
import fr.preau.event.Seats;
import fr.preau.programme.Edition;
import fr.preau.programme.EditionFixtures;
import fr.preau.territory.GeoPoint;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@PreauTest
class CataloguePagesTests {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private EventFixtures events;

    @Autowired
    private EditionFixtures editions;

    @Autowired
    private Seats seats;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final String mark =
            "z" + UUID.randomUUID().toString().replace("-", "").substring(0, 12) + "0";

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void showsTheEditionsPartnersAtHome() throws Exception {
        var partners = editions.current().partners();

        assertThat(page("/").select(".partners li").eachText())
                .isNotEmpty()
                .containsExactlyElementsOf(
                        partners.stream().map(Edition.Partner::name).toList());
    }

    @Test
    void saysTheCountInTheTitleAndWhereAScriptAnnouncesIt() throws Exception {
        events.published().titled("Robots " + mark).now();

        var page = page("/evenements?q=" + mark);

        assertThat(page.title()).isEqualTo("1 événement pour « %s » – Préau".formatted(mark));
        assertThat(page.select("[role=status]#bilan").text()).startsWith("1 événement");
        assertThat(page.select(".events li")).hasSize(1);
    }

    @Test
    void keepsOnlyWhatSaysSomethingInTheAddress() {
        var result = mvc.get()
                .uri(
                        URI.create(
                                "/evenements?q=&etablissement=&commune=&rayon=30&territoire=Ari%C3%A8ge&du=&tri=&page=1&acces=STEP_FREE"))
                .exchange();

        assertThat(result).hasStatus(302);
        assertThat(result.getResponse().getRedirectedUrl())
                .isEqualTo("/evenements?territoire=DEPARTEMENT-09&acces=STEP_FREE");
    }

    @ParameterizedTest
    @CsvSource({
        "rayon=abc,rayon",
        "rayon=7,rayon",
        "rayon=-5,rayon",
        "etablissement=0000000Z,etablissement",
        "etablissement=qsdfghjklmqsdfgh,etablissement",
        "commune=qsdfghjklmqsdfgh,commune",
        "territoire=ACADEMIE-99,territoire",
        "du=hier,du",
        "du=2026-02-30,du",
        "au=99999-01-01,au",
        "du=2026-12-05&au=2026-12-01,au",
        "public=CM2,public",
        "genre=concert,genre",
        "genre=%27%3B--,genre",
        "format=PAYANT,format",
        "places=0,places",
        "places=-1,places",
        "places=douze,places",
        "places=99999999999999999999,places",
        "acces=RIEN,acces",
        "tri=prix,tri",
        "page=0,page",
        "page=-1,page",
        "page=abc,page",
        "page=99999999999,page",
        "q=%00,q",
        "q=a%00b,q",
        "commune=%00,commune",
    })
    void saysAtTheFieldWhatIsNotUnderstood(String query, String field) throws Exception {
        var result = mvc.get().uri(URI.create("/evenements?" + query)).exchange();

        assertThat(result).hasStatus(400);
        var page = parse(result);
        assertThat(page.select("#erreurs a[href=#%s]".formatted(field))).isNotEmpty();
        if (!field.equals("page")) {
            assertThat(page.select("#%s-erreur".formatted(field)).text()).isNotBlank();
        }
        for (var feed : List.of("/evenements.ics", "/evenements.atom", "/evenements.csv", "/api/evenements")) {
            assertThat(mvc.get().uri(URI.create(feed + "?" + query)).exchange())
                    .as(feed)
                    .hasStatus(400);
        }
    }

    @Test
    void takesHugeAndRepeatedParametersWithoutFailing() {
        var huge = "x".repeat(8000);
        for (var query : List.of(
                "q=" + huge,
                "q=a&q=b",
                "acces=STEP_FREE&acces=STEP_FREE",
                "page=2&page=3",
                "inconnu=1",
                "q=%F0%9F%A4%96")) {
            var status = mvc.get()
                    .uri(URI.create("/evenements?" + query))
                    .exchange()
                    .getResponse()
                    .getStatus();
            assertThat(status).as(query).isLessThan(500);
        }
    }

    @Test
    void offersAWayOutOfAnEmptySearch() throws Exception {
        var page = page("/evenements?q=%s&places=30".formatted(mark));

        assertThat(page.select(".empty a").eachAttr("href"))
                .contains("/evenements?places=30", "/evenements?q=" + mark, "/evenements");
    }

    @Test
    void saysThatAPageIsPastTheEnd() throws Exception {
        events.published().titled("Robots " + mark).now();

        var result = mvc.get().uri("/evenements?q={mark}&page=2", mark).exchange();

        assertThat(result).hasStatus(404);
        assertThat(parse(result).select(".empty a").attr("href")).isEqualTo("/evenements?q=" + mark);
    }

    @Test
    void saysBesideTheFormWhatAScriptAskedTooEarlyAndLeavesTheFormAlone() throws Exception {
        var result = mvc.get()
                .uri("/evenements?etablissement=Zz{mark}", mark)
                .header("HX-Request", "true")
                .exchange();

        assertThat(result).hasStatusOk().doesNotContainHeader("HX-Redirect").doesNotContainHeader("HX-Push-Url");
        assertThat(result.getResponse().getContentAsString())
                .contains("Corrigez votre recherche")
                .contains("href=\"#etablissement\"");
    }

    @Test
    void refreshesOnlyTheListForAScriptAndGivesTheAddressToKeep() throws Exception {
        events.published().titled("Robots " + mark).now();

        var result = mvc.get()
                .uri("/evenements?q={mark}&rayon=30&du=", mark)
                .header("HX-Request", "true")
                .exchange();

        assertThat(result).hasStatusOk().hasHeader("HX-Push-Url", "/evenements?q=" + mark);
        assertThat(result.getResponse().getContentAsString())
                .doesNotContain("<html")
                .contains("<title>1 événement");
        assertThat(mvc.get()
                        .uri("/evenements?q={mark}", mark)
                        .header("HX-Request", "true")
                        .header("HX-History-Restore-Request", "true")
                        .exchange()
                        .getResponse()
                        .getContentAsString())
                .contains("<html");
    }

    @Test
    void showsOverseasHoursOnTheirOwnClocks() throws Exception {
        var day = editions.today().plusDays(2);
        var event = events.published()
                .titled("Volcan " + mark)
                .at("Saint-Denis", "974", new GeoPoint(-20.88, 55.45))
                .on(day, "14:00", "15:30")
                .now();

        assertThat(page("/evenements?q=" + mark).select(".when").text()).contains("14 h");
        var page = page(path(event));
        assertThat(page.select(".session h3").text()).contains("de 14 h à 15 h 30");
        assertThat(page.text()).contains("Heure locale : La Réunion.");
        assertThat(page.select("script[type=application/ld+json]").html()).contains("T14:00:00+04:00");
    }

    @Test
    void opensTheDoorsThatAreOpen() throws Exception {
        var event = events.published().seats(30).forClasses(20).now();
        var base = path(event) + "/seances/" + event.session().value() + "/inscription?comme=";

        assertThat(page(path(event)).select(".register a").eachAttr("href"))
                .containsExactly(base + "eleve", base + "adulte", base + "classe");

        seats.take(event.session(), 20, true);
        assertThat(page(path(event)).select(".register a").eachAttr("href"))
                .containsExactly(base + "eleve", base + "adulte");

        seats.take(event.session(), 10, false);
        var full = page(path(event));
        assertThat(full.select(".register a")).isEmpty();
        assertThat(full.select(".session").text()).contains("Complet", "Il n'y a plus de place");
    }

    @Test
    void letsOnlyClassesBookAVisit() throws Exception {
        var event = events.published().comingTo("09").seats(2).now();

        var page = page(path(event));

        assertThat(page.select(".register a").eachAttr("href"))
                .singleElement()
                .asString()
                .endsWith("comme=classe");
        assertThat(page.select(".session .seats").text()).isEqualTo("2 visites possibles");
    }

    @Test
    void saysWhenRegistrationsOpenAndThatTheyAreClosed() throws Exception {
        var now = clock.instant();
        var around = editions.around(editions.today());
        var later = editions.create(new fr.preau.programme.Edition(
                around.id(),
                around.name(),
                around.firstDay(),
                around.lastDay(),
                around.submissionsOpen(),
                around.submissionsClose(),
                now.plus(Duration.ofDays(2)),
                now.plus(Duration.ofDays(3)),
                around.schoolYear(),
                around.kinds(),
                around.partners(),
                true,
                around.offerHours(),
                false));
        var event = events.published()
                .in(later)
                .on(editions.today().plusDays(9), "10:00", "11:00")
                .now();

        assertThat(page(path(event)).select(".closed").text()).startsWith("Les inscriptions ouvrent le ");
        assertThat(page(path(event)).select(".register a")).isEmpty();
        clock.advance(Duration.ofDays(4));
        assertThat(page(path(event)).select(".closed").text())
                .startsWith("Les inscriptions sont closes : elles étaient ouvertes jusqu'au ");
        clock.advance(Duration.ofDays(9));
        assertThat(page(path(event)).select(".closed").text()).isEqualTo("Cette séance est passée.");
    }

    @Test
    void marksACancelledEventAndAsksNotToBeIndexed() throws Exception {
        var event = events.published().titled("Robots " + mark).now();
        jdbc.sql(
                        "update event.listing set cancelled = true, cancelled_reason = 'La salle est inondée.' where event_id = :id")
                .param("id", event.id().value())
                .update();

        var result = mvc.get().uri(path(event)).exchange();

        assertThat(result).hasStatusOk().hasHeader("X-Robots-Tag", "noindex");
        var page = parse(result);
        assertThat(page.select(".cancelled").text()).contains("Cet événement est annulé.", "La salle est inondée.");
        assertThat(page.select(".register a")).isEmpty();
        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(page.select("script[type=application/ld+json]").html()).contains("EventCancelled");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>alert(1)</script>",
                "\"'><img src=x onerror=alert(1)>",
                "=cmd()|' /C calc'!A0",
                "${7*7} {{7*7}} <!--"
            })
    void showsHostileWordsAsWords(String words) throws Exception {
        var title = words + " " + mark;
        var event = events.published()
                .titled(title)
                .described(words)
                .speaker(words, words)
                .now();

        var page = page(path(event));

        assertThat(page.select("h1").text()).isEqualTo(title);
        assertThat(page.select("main script, main img")).isEmpty();
        assertThat(page.select("meta[property=og:title]").attr("content")).isEqualTo(title);
        var data = JsonMapper.shared()
                .readTree(page.select("script[type=application/ld+json]").html());
        assertThat(data.get(0).get("name").asString()).isEqualTo(title);
        assertThat(data.get(0).get("isAccessibleForFree").asBoolean()).isTrue();
        assertThat(page("/evenements?q=" + mark).select(".events h2").text()).isEqualTo(title);
    }

    @Test
    void namesSpeakersWithoutTheirGender() throws Exception {
        var event = events.published().speaker("Samira Benali", "ingénieure").now();

        assertThat(mvc.get().uri(path(event)).exchange().getResponse().getContentAsString())
                .contains("Samira Benali", "ingénieure")
                .doesNotContain("WOMAN", "gender", "genre\":\"f");
    }

    @Test
    void servesAPictureOnlyOnceItsEventShowsIt() {
        var event = events.published().now();
        var image = UUID.randomUUID();
        jdbc.sql(
                        "insert into event.image (id, event_id, media_type, bytes, added_at) values (:id, :event, 'image/png', :bytes, now())")
                .param("id", image)
                .param("event", event.id().value())
                .param("bytes", new byte[] {1, 2, 3})
                .update();
        assertThat(mvc.get().uri("/evenements/images/{id}", image).exchange()).hasStatus(404);

        jdbc.sql("update event.listing set image_id = :image, image_alternative = 'Un robot' where event_id = :event")
                .param("image", image)
                .param("event", event.id().value())
                .update();

        assertThat(mvc.get().uri("/evenements/images/{id}", image).exchange())
                .hasStatusOk()
                .hasContentType("image/png")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .headers()
                .hasHeaderSatisfying(
                        HttpHeaders.CACHE_CONTROL,
                        values -> assertThat(values)
                                .singleElement()
                                .asString()
                                .contains("max-age=31536000", "public", "immutable"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/evenements", "/territoires", "/territoires/ACADEMIE-16", "/territoires/REGION-76", "/api"
            })
    void answersAnUnchangedPublicPageWithItsMarkOnlyAndSetsNoCookie(String path) {
        var first = mvc.get().uri(path).exchange();
        assertThat(first).hasStatusOk();
        assertThat(first.getResponse().getHeaders("Set-Cookie")).isEmpty();
        assertThat(first.getResponse().getHeaders("Cache-Control"))
                .singleElement()
                .asString()
                .contains("public");

        var mark = first.getResponse().getHeader("ETag");
        assertThat(mark).startsWith("W/");
        assertThat(mvc.get()
                        .uri(path)
                        .header("If-None-Match", String.valueOf(mark))
                        .exchange())
                .hasStatus(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/evenements/abc",
                "/evenements/00000000-0000-0000-0000-000000000000",
                "/territoires/LUNE-1",
                "/territoires/LUNE-1.ics",
                "/evenements/abc.ics",
                "/evenements/images/abc",
                "/api/evenements/abc"
            })
    void answersAnUnknownAddressWithAPageNotFound(String path) {
        assertThat(mvc.get().uri(path).exchange()).hasStatus(404);
    }

    private Document page(String path) throws Exception {
        var result = mvc.get().uri(URI.create(path)).exchange();
        assertThat(result).hasStatusOk();
        return parse(result);
    }

    private static Document parse(MvcTestResult result) throws UnsupportedEncodingException {
        return Jsoup.parse(result.getResponse().getContentAsString());
    }

    private static String path(EventFixtures.Published event) {
        return "/evenements/" + event.id().value();
    }
}
