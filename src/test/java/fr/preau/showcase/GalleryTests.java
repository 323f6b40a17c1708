package fr.preau.showcase;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.programme.EditionFixtures;
import fr.preau.territory.ASchool;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PreauTest
class GalleryTests {
    @Autowired
    private ProjectFixtures projects;

    @Autowired
    private EditionFixtures editions;

    @Autowired
    private JdbcClient database;

    @Autowired
    private MockMvcTester mvc;

    @SuppressWarnings("NullAway.Init")
    private ShowcaseBrowsing browser;

    @BeforeEach
    void openBrowser() {
        browser = new ShowcaseBrowsing(mvc);
    }

    @Test
    void findsByFrenchWordsSchoolYearLevelCategoryAndTerritory() {
        var mark = "Zorglub" + UUID.randomUUID().toString().substring(0, 6);
        var school = ASchool.lycee("Lycée " + mark).in("Foix", "09000", "09").add(database);
        var made = projects.published(school);

        assertThat(titles("q=" + mark)).containsExactly(made.title());
        assertThat(titles("q=" + mark + " labyrinthes")).containsExactly(made.title());
        assertThat(titles("q=" + mark + "&annee=2025-2026&niveau=TERMINALE&categorie=GAME&territoire=Ariège"))
                .containsExactly(made.title());
        assertThat(titles("q=" + mark + "&territoire=académie de Toulouse")).containsExactly(made.title());
        for (var other : List.of("annee=2024-2025", "niveau=PREMIERE", "categorie=ART", "territoire=Gironde")) {
            assertThat(titles("q=" + mark + "&" + other)).as(other).isEmpty();
        }
    }

    @Test
    void saysWhichTerritoryItDoesNotKnowAndAnswersAnything() {
        assertThat(browser.page(ShowcaseBrowsing.NOBODY, "/trophees?territoire=Nulle+Part")
                        .select(".error")
                        .text())
                .contains("n'est pas connu");
        assertThat(browser.open(ShowcaseBrowsing.NOBODY, "/trophees?niveau=x&categorie=%00&page=-3&q=%22%27"))
                .hasStatusOk();
    }

    @Test
    void turnsPagesOfTwentyThatKeepTheSearch() {
        var mark = "Pagination" + UUID.randomUUID().toString().substring(0, 6);
        var school = ASchool.lycee("Lycée " + mark).in("Foix", "09000", "09").add(database);
        var edition = editions.open();
        for (var i = 0; i < 21; i++) {
            projects.published(school, edition);
        }

        var first = browser.page(ShowcaseBrowsing.NOBODY, "/trophees?q=" + mark);
        assertThat(first.select(".projects > li")).hasSize(20);
        var second = browser.page(
                ShowcaseBrowsing.NOBODY, first.select(".pager a[rel=next]").attr("href"));
        assertThat(second.select(".projects > li")).hasSize(1);
    }

    @Test
    void showsTheShareOfGirlsOnlyOfManyPupilsOfSeveralSchools() {
        assertThat(new GalleryRepository.Mix(2, 2, 40, 20).mayBeShown()).isFalse();
        assertThat(new GalleryRepository.Mix(3, 3, 10, 5).mayBeShown()).isFalse();
        assertThat(new GalleryRepository.Mix(3, 3, 11, 5).mayBeShown()).isTrue();
        assertThat(new GalleryRepository.Mix(3, 3, 12, 5).percent()).isEqualTo(42);
    }

    private List<String> titles(String search) {
        return browser.page(ShowcaseBrowsing.NOBODY, "/trophees?" + search)
                .select(".projects h2")
                .eachText();
    }
}
