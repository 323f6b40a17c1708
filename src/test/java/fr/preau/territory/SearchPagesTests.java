package fr.preau.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PreauTest
class SearchPagesTests {
    private final MockMvcTester pages;
    private final JdbcClient jdbc;
    private final Schools schools;

    @Autowired
    SearchPagesTests(MockMvcTester pages, JdbcClient jdbc, Schools schools) {
        this.pages = pages;
        this.jdbc = jdbc;
        this.schools = schools;
    }

    @Test
    void suggestsSchoolsAsJson() {
        var school = ASchool.lycee("Lycée Grünewald-Ébène").add(jdbc);
        assertThat(pages.get()
                        .uri("/etablissements/recherche?q=grunewald ebene")
                        .accept(MediaType.APPLICATION_JSON))
                .hasStatusOk()
                .hasHeader("Cache-Control", "max-age=300, public")
                .bodyJson()
                .extractingPath("$[0].value")
                .isEqualTo("Lycée Grünewald-Ébène, Foix (%s)".formatted(school.uai()));
    }

    @Test
    void answersBrowserWithPage() throws Exception {
        ASchool.lycee("Lycée Zéphirin-Quatrevaux").add(jdbc);
        var answer = pages.get()
                .uri("/etablissements/recherche?q=zephirin quatrevaux")
                .accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .exchange();
        assertThat(answer).hasStatusOk();
        var page = Jsoup.parse(answer.getResponse().getContentAsString());
        assertThat(page.select("h3").eachText()).first().isEqualTo("Lycée Zéphirin-Quatrevaux");
        assertThat(page.title()).contains("résultat");
    }

    @Test
    void survivesAnyWords() {
        for (var words :
                new String[] {"", " ", "\u0000", "a".repeat(10_000), "%_'\"\\", "‚é`<script>", "1", "0090013A"}) {
            assertThat(pages.get().uri("/etablissements/recherche?q={q}", words).accept(MediaType.TEXT_HTML))
                    .as(words)
                    .hasStatusOk();
            assertThat(pages.get().uri("/communes/recherche?q={q}", words).accept(MediaType.APPLICATION_JSON))
                    .as(words)
                    .hasStatusOk();
        }
    }

    @Test
    void resolvesWhatFieldHolds() {
        var school = ASchool.lycee("Lycée Wenceslas Trébuchet").add(jdbc);
        var found = new Schools.Resolved.Found(school);
        assertThat(schools.resolve(school.uai().value().toLowerCase(java.util.Locale.ROOT)))
                .isEqualTo(found);
        assertThat(schools.resolve(SchoolChoice.of(school))).isEqualTo(found);
        assertThat(schools.resolve(school.uai() + ",autres mots")).isEqualTo(found);
        assertThat(schools.resolve(",wenceslas trebuchet")).isEqualTo(found);
        assertThat(schools.resolve("xqzwvk")).isInstanceOf(Schools.Resolved.None.class);
        ASchool.lycee("Lycée Wenceslas Trébuchet").in("Pamiers", "09100", "09").add(jdbc);
        assertThat(schools.resolve("wenceslas trebuchet")).isInstanceOf(Schools.Resolved.Several.class);
        assertThat(schools.resolve("Lycée Wenceslas Trébuchet, Foix")).isEqualTo(found);
    }
}
