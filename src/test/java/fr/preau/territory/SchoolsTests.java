package fr.preau.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PreauTest
class SchoolsTests {
    private final Schools schools;
    private final JdbcClient jdbc;

    private final TransactionTemplate transactions;

    @Autowired
    SchoolsTests(Schools schools, JdbcClient jdbc, TransactionTemplate transactions) {
        this.schools = schools;
        this.jdbc = jdbc;
        this.transactions = transactions;
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

    /// Few schools are read faster whole: the index is asked for, to see that it can answer.
    @Test
    void findsNearestByTheIndexOfPlaces() {
        var scans = transactions.execute(_ -> {
            jdbc.sql("set local enable_seqscan = off").update();
            schools.nearest(new GeoPoint(43, 2), 50, 10);
            return jdbc.sql("select pg_stat_get_xact_numscans('territory.school_globe_idx'::regclass)")
                    .query(Long.class)
                    .single();
        });
        assertThat(scans).isPositive();
    }
}
