package fr.preau.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.event.EventFixtures;
import fr.preau.territory.ASchool;
import fr.preau.territory.GeoPoint;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.UriUtils;

/// What people type for a place or a word, and what they are asked back.
@PreauTest
class SearchWordsTests {
    private final MockMvcTester mvc;
    private final EventFixtures events;
    private final JdbcClient jdbc;
    private final String mark =
            new SecureRandom().ints(12, 'a', 'z').mapToObj(Character::toString).collect(Collectors.joining());

    @Autowired
    SearchWordsTests(MockMvcTester mvc, EventFixtures events, JdbcClient jdbc) {
        this.mvc = mvc;
        this.events = events;
        this.jdbc = jdbc;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Saint-%s", "saint %s", "St %s", "SAINT %s", "saint-%s"})
    void asksWhichOfTheCommunesWithOneNameTheLargestFirst(String typed) throws Exception {
        homonyms();
        var words = typed.formatted(mark);
        var page = page("/evenements?commune=" + encoded(words), 400);
        assertThat(page.select("#commune-choix input[type=radio]").eachAttr("value"))
                .containsExactly("Saint-%s (93)".formatted(mark), "Saint-%s (974)".formatted(mark), "");
        assertThat(page.select("#commune").val()).isEqualTo(words);
    }

    @Test
    void asksForTheBeginningOfAName() throws Exception {
        homonyms();
        var page = page("/evenements?commune=" + encoded("saint-" + mark.substring(0, 8)), 400);
        assertThat(page.select("#commune-choix input[type=radio]")).hasSize(3);
    }

    @Test
    void takesTheChoiceBeforeWhatWasTyped() throws Exception {
        homonyms();
        var choice = encoded("Saint-%s (974)".formatted(mark));
        var address = "/evenements?commune=%s&commune=%s".formatted(choice, encoded("Saint-" + mark));
        assertThat(mvc.get().uri(URI.create(address)).exchange()).hasStatus(302);
        assertThat(page("/evenements?commune=" + choice, 200).select("#bilan").text())
                .contains("(974)");
        var none = "/evenements?commune=&commune=%s".formatted(choice);
        assertThat(mvc.get().uri(URI.create(none)).exchange()).hasStatus(302);
    }

    @Test
    void offersTheCommunesAsLinksBesideAFormLeftAlone() throws Exception {
        homonyms();
        var result = mvc.get()
                .uri("/evenements?commune={words}&rayon=60", "Saint-" + mark)
                .header("HX-Request", "true")
                .exchange();
        assertThat(Jsoup.parse(result.getResponse().getContentAsString(StandardCharsets.UTF_8))
                        .select("a[href*=commune]")
                        .eachText())
                .contains("Saint-%s (93)".formatted(mark));
    }

    @Test
    void saysThatNothingIsNearHowFarTheNearestIsAndWhatIsOnline() throws Exception {
        new ASchoolIn("Azur" + mark, "973", new GeoPoint(3.0, -52.0)).add();
        events.published()
                .titled("Loin " + mark)
                .at("Cayenne", "973", new GeoPoint(4.92, -52.31))
                .now();
        events.published()
                .titled("Écran " + mark)
                .online("https://example.org/visio")
                .now();
        var page = page("/evenements?q=%s&commune=%s".formatted(mark, encoded("Azur" + mark)), 200);
        assertThat(page.select("#bilan").text())
                .startsWith("Aucun événement à moins de 30 km d'Azur" + mark)
                .contains("le plus proche est à 216 km", "En ligne : 1");
        assertThat(page.select("#resultats a[href*=rayon]").eachAttr("href")).isNotEmpty();
        assertThat(page.select(".events li")).hasSize(1);
    }

    @Test
    void countsApartWhatIsOnline() throws Exception {
        new ASchoolIn("Bleu" + mark, "973", new GeoPoint(4.9, -52.3)).add();
        events.published()
                .titled("Ici " + mark)
                .at("Cayenne", "973", new GeoPoint(4.92, -52.31))
                .now();
        events.published()
                .titled("Écran " + mark)
                .online("https://example.org/visio")
                .now();
        assertThat(page("/evenements?q=%s&commune=%s".formatted(mark, encoded("Bleu" + mark)), 200)
                        .select("#bilan")
                        .text())
                .startsWith("1 événement à moins de 30 km de Bleu" + mark)
                .contains("En ligne : 1");
    }

    @Test
    void findsSpeakersPlacesAndPostcodes() throws Exception {
        var event = events.published().titled("Robots").now();
        jdbc.sql("""
                        update event.listing
                           set speakers = jsonb_build_array(jsonb_build_object('name', 'Awa ' || :mark || 'lum', 'role', 'x')),
                               place = 'Lycée Ada-' || :mark || 'lovelace, 1 rue, 0' || '9000 Foix'
                         where event_id = :event
                        """).param("mark", mark).param("event", event.id().value()).update();
        for (var words : List.of(
                "Awa " + mark + "lum", "Ada-" + mark + "lovelace", mark + "lovelace 09000", mark + "lovelase")) {
            assertThat(page("/evenements?q=" + encoded(words), 200).select(".events li"))
                    .as(words)
                    .hasSize(1);
        }
    }

    @Test
    void offersTheWordThatWasMeant() throws Exception {
        var event = events.published().titled("Robots").now();
        jdbc.sql("update event.listing set description = ? where event_id = ?")
                .params("Découvrir " + mark + " sans machine", event.id().value())
                .update();
        jdbc.sql("refresh materialized view event.word").update();
        var page = page("/evenements?q=" + mark.substring(0, 6) + mark.substring(7), 200);
        assertThat(page.select(".empty").text()).contains("Vouliez-vous dire « " + mark + " » ?");
        assertThat(page(page.select(".empty a").attr("href"), 200).select(".events li"))
                .hasSize(1);
    }

    private void homonyms() {
        new ASchoolIn("Saint-" + mark, "93", new GeoPoint(48.93, 2.35)).add();
        new ASchoolIn("Saint-" + mark, "93", new GeoPoint(48.94, 2.36)).add();
        new ASchoolIn("Saint-" + mark, "974", new GeoPoint(-20.88, 55.45)).add();
    }

    /// A commune exists once it has a school.
    private final class ASchoolIn {
        private final String commune;
        private final String departement;
        private final GeoPoint point;

        ASchoolIn(String commune, String departement, GeoPoint point) {
            this.commune = commune;
            this.departement = departement;
            this.point = point;
        }

        void add() {
            ASchool.lycee("Lycée")
                    .in(commune, departement + "99", departement)
                    .at(point)
                    .add(jdbc);
            jdbc.sql("refresh materialized view territory.commune").update();
        }
    }

    private Document page(String address, int status) throws Exception {
        var result = mvc.get().uri(URI.create(address)).exchange();
        assertThat(result).hasStatus(status);
        return Jsoup.parse(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    private static String encoded(String words) {
        return UriUtils.encode(words, StandardCharsets.UTF_8);
    }
}
