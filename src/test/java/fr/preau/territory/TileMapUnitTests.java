package fr.preau.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.territory.TileMap.Tile;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class TileMapUnitTests {
    private static final int OVERSEAS_ROW = 14;

    private final Territories territories = new Territories();

    @Test
    void givesEachDepartementItsOwnSquare() {
        assertThat(territories.departements())
                .extracting(departement -> departement.column() + "," + departement.row())
                .doesNotHaveDuplicates()
                .hasSize(107);
    }

    @Test
    void looksLikeFrance() {
        assertThat(column("29")).isLessThan(column("35")).isLessThan(column("67"));
        assertThat(row("59")).isLessThan(row("75"));
        assertThat(row("75")).isLessThan(row("31"));
        assertThat(column("92")).isEqualTo(column("75") - 1);
        assertThat(row("92")).isEqualTo(row("75"));
        assertThat(row("93")).isLessThan(row("75"));
        assertThat(row("94")).isGreaterThanOrEqualTo(row("75"));
        assertThat(column("2A")).isGreaterThan(column("06"));
        assertThat(row("974")).isEqualTo(OVERSEAS_ROW);
    }

    @Test
    void shadesByShareOfHighest() {
        var map = territories.map(Map.of("09", 9, "31", 4, "32", 1));
        assertThat(map.filled())
                .extracting(tile -> tile.departement().code(), Tile::shade)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("09", 3),
                        org.assertj.core.groups.Tuple.tuple("31", 2),
                        org.assertj.core.groups.Tuple.tuple("32", 1));
        assertThat(map.total()).isEqualTo(14);
    }

    @Test
    void linksEachFigureAndListsIt() {
        var page = drawn(Map.of("09", 3L, "2A", 1L));
        assertThat(page.select("svg a").eachAttr("aria-label"))
                .containsExactly("Ariège : 3 événements", "Corse-du-Sud : 1 événement");
        assertThat(page.select("svg a").eachAttr("href"))
                .containsExactly("/evenements?departement=09", "/evenements?departement=2A");
        assertThat(page.select("tbody tr").eachText().getFirst()).startsWith("Toulouse 3 Ariège 3 ; aucun : Aveyron");
    }

    /// All 107 filled: the page around it has room for a hundred nodes before 420.
    @Test
    void staysLight() {
        var figures = new HashMap<String, Long>();
        territories.departements().forEach(departement -> figures.put(departement.code(), 5L));
        assertThat(drawn(figures).body().select("*").size()).isLessThan(390);
        assertThat(drawn(Map.of()).body().select("*").size()).isLessThan(15);
    }

    private Document drawn(Map<String, Long> figures) {
        var output = new StringOutput();
        TemplateEngine.createPrecompiled(null, ContentType.Html, null, "fr.preau")
                .render(
                        "territory/tileMap.jte",
                        Map.<String, Object>of(
                                "map", territories.map(figures),
                                "caption", "Événements par département",
                                "link", "/evenements?departement=",
                                "one", "événement",
                                "many", "événements"),
                        output);
        return Jsoup.parseBodyFragment(output.toString());
    }

    private int column(String code) {
        return territories.departement(code).orElseThrow().column();
    }

    private int row(String code) {
        return territories.departement(code).orElseThrow().row();
    }
}
