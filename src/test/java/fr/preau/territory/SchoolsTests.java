package fr.preau.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PreauTest
class SchoolsTests {
    private final Schools schools;
    private final JdbcClient jdbc;

    @Autowired
    SchoolsTests(Schools schools, JdbcClient jdbc) {
        this.schools = schools;
        this.jdbc = jdbc;
    }

    @Test
    void findsAnySpelling() {
        var faure =
                ASchool.lycee("Lycée général et technologique Gabriel Fauré").add(jdbc);
        jdbc.sql("refresh materialized view territory.word").update();
        for (var typed : new String[] {
            "lycee gabriel faure foix",
            "FAURÉ-FOIX",
            "gabriell faur",
            "lcyee gabriel faure",
            faure.uai().value()
        }) {
            assertThat(schools.search(typed, 10)).as(typed).contains(faure);
        }
    }

    @Test
    void findsNearest() {
        var here = new GeoPoint(-21.5, 55.9);
        var near = ASchool.lycee("Lycée du Volcan")
                .in("Saint-Philippe", "97442", "974")
                .at(new GeoPoint(-21.5, 55.91))
                .add(jdbc);
        var far = ASchool.lycee("Lycée du Lagon")
                .in("Saint-Philippe", "97442", "974")
                .at(new GeoPoint(-21.6, 55.9))
                .add(jdbc);
        assertThat(schools.nearest(here, 50, 10)).startsWith(near, far);
        assertThat(schools.nearest(here, 5, 10)).contains(near).doesNotContain(far);
    }
}
