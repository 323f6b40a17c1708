package fr.preau.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// How long browsers may keep what pages link to.
@PreauTest
class MarkedFilesTests {
    @Autowired
    private MockMvcTester mvc;

    @Test
    void areKeptForGoodUnderTheAddressesThatPagesLinkTo() throws Exception {
        var page = Jsoup.parse(mvc.get().uri("/").exchange().getResponse().getContentAsString());
        var links = page.select("link[rel=stylesheet], link[rel=icon], script[src]").stream()
                .map(link -> link.hasAttr("src") ? link.attr("src") : link.attr("href"))
                .toList();

        assertThat(links).isNotEmpty().allSatisfy(link -> {
            assertThat(link).matches(".*-[0-9a-f]{32}\\.[a-z]+");
            assertThat(kept(link)).contains("max-age=31536000", "immutable");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/preau.css",
                "/accueil-service.js",
                "/roof.svg",
                "/webjars/picocss__pico/2.1.1/css/pico.classless.min.css"
            })
    void areAskedForAgainUnderABareAddress(String path) {
        assertThat(mvc.get().uri(path)).hasStatusOk();
        assertThat(kept(path)).isEqualTo("no-cache");
    }

    @Test
    void areNotKeptUnderAMarkOfAnotherContent() {
        var path = "/preau-0123456789abcdef0123456789abcdef.css";

        assertThat(mvc.get().uri(path)).hasStatus(404);
        assertThat(kept(path)).doesNotContain("31536000");
    }

    private String kept(String path) {
        return String.valueOf(mvc.get().uri(path).exchange().getResponse().getHeader("Cache-Control"));
    }
}
