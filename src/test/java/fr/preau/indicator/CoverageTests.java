package fr.preau.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.SettableClock;
import fr.preau.event.EventFixtures;
import fr.preau.programme.Edition;
import fr.preau.programme.EditionFixtures;
import fr.preau.territory.ASchool;
import fr.preau.territory.GeoPoint;
import fr.preau.territory.School;
import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PreauTest
class CoverageTests {
    private static final GeoPoint AJACCIO = new GeoPoint(41.927, 8.738);
    private static final GeoPoint CARGESE = new GeoPoint(42.136, 8.595);
    private static final GeoPoint BASTIA = new GeoPoint(42.700, 9.450);

    private final Coverages coverages;
    private final CoverageGround ground;
    private final EventFixtures events;
    private final EditionFixtures editions;
    private final Territories territories;
    private final JdbcClient jdbc;
    private final SettableClock clock;

    @SuppressWarnings("NullAway.Init")
    private Edition edition;

    @Autowired
    CoverageTests(
            Coverages coverages,
            CoverageGround ground,
            EventFixtures events,
            EditionFixtures editions,
            Territories territories,
            JdbcClient jdbc,
            SettableClock clock) {
        this.coverages = coverages;
        this.ground = ground;
        this.events = events;
        this.editions = editions;
        this.territories = territories;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @BeforeEach
    void openEdition() {
        edition = editions.open();
    }

    @AfterEach
    void leaveNothing() {
        ground.forgetWhoTeaches();
        clock.reset();
    }

    @Test
    void countsEventsAndSeatsWhereTheyAre() {
        events.published().in(edition).at("Ajaccio", "2A", AJACCIO).seats(40).now();
        events.published().in(edition).at("Bastia", "2B", BASTIA).seats(25).now();
        events.published().in(edition).comingTo("2A", "2B").seats(6).now();
        events.published()
                .in(edition)
                .online("https://example.org/visio")
                .seats(300)
                .now();
        assertThat(offered("DEPARTEMENT-2A")).isEqualTo(new Counts.Offered(2, 40, 40, 6, 6));
        assertThat(offered("DEPARTEMENT-2B")).isEqualTo(new Counts.Offered(2, 25, 25, 6, 6));
        // What comes to both counts once in Corsica, and what is online only for France.
        assertThat(offered("REGION-94")).isEqualTo(new Counts.Offered(3, 65, 65, 6, 6));
        assertThat(offered("NATION-FR")).isEqualTo(new Counts.Offered(4, 365, 365, 6, 6));
        assertThat(offered("DEPARTEMENT-09").events()).isZero();
        assertThat(coverage().everywhere()).isEqualTo(1);
    }

    @Test
    void leavesOutWhatIsCancelledOrOfAnotherEdition() {
        var event = events.published().in(edition).at("Ajaccio", "2A", AJACCIO).now();
        events.published().in(editions.open()).at("Ajaccio", "2A", AJACCIO).now();
        jdbc.sql("update event.listing set cancelled = true where event_id = ?")
                .param(event.id().value())
                .update();
        assertThat(offered("NATION-FR")).isEqualTo(new Counts.Offered(0, 0, 0, 0, 0));
    }

    /// A school counts in its own département, wherever its classes go; a class that goes twice counts once.
    @Test
    void countsSchoolsAndClassesAtHome() {
        var ajaccio = events.published()
                .in(edition)
                .at("Ajaccio", "2A", AJACCIO)
                .seats(100)
                .now();
        var bastia = events.published()
                .in(edition)
                .at("Bastia", "2B", BASTIA)
                .seats(100)
                .now();
        var school = school("2A", AJACCIO);
        var other = school("2B", BASTIA);
        ground.commit(edition, other);
        ground.book(ajaccio, school, "2de 1", 28, 12);
        ground.book(bastia, school, "2DE 1", 30, 13);
        ground.book(bastia, school, "2de 2", 20, null);
        assertThat(booked("DEPARTEMENT-2A").schools()).isEqualTo(1);
        assertThat(booked("DEPARTEMENT-2A").classes()).isEqualTo(2);
        assertThat(booked("DEPARTEMENT-2A").pupils()).isEqualTo(50);
        assertThat(booked("DEPARTEMENT-2A").told().girls()).isEqualTo(13);
        assertThat(booked("DEPARTEMENT-2A").told().pupils()).isEqualTo(30);
        assertThat(booked("DEPARTEMENT-2B").committed()).isEqualTo(1);
        assertThat(booked("DEPARTEMENT-2B").classes()).isZero();
        assertThat(booked("REGION-94").committed()).isEqualTo(1);
        assertThat(booked("NATION-FR").pupils()).isEqualTo(50);
        // 28 + 2 seats for the first, 32 and 22 for the others.
        assertThat(offered("REGION-94").seatsLeft()).isEqualTo(200 - 30 - 32 - 22);
    }

    @Test
    void findsLyceesFarFromEveryEvent() {
        ground.teaches(school("2A", AJACCIO), 4, 20);
        ground.teaches(school("2A", CARGESE), 3, 9);
        ground.teaches(school("2B", BASTIA), 2, 10);
        var event = events.published().in(edition).at("Ajaccio", "2A", AJACCIO).now();
        // Neither is near: one comes with a few visits, the other is no meeting.
        events.published().in(edition).comingTo("2B").now();
        events.published().in(edition).online("https://example.org/visio").now();
        var all = coverage();
        // Cargèse is 26 km from Ajaccio, Bastia 104.
        assertThat(taught("REGION-94")).isEqualTo(new Counts.Taught(3, 1, 0, 48, 9));
        assertThat(taught("DEPARTEMENT-2A").far()).isZero();
        var lonely = all.lonely().stream()
                .filter(one -> one.lycee().school().departement().startsWith("2"))
                .filter(one -> one.lycee().year() == 2099)
                .toList();
        assertThat(lonely).hasSize(1);
        assertThat(lonely.getFirst().near().orElseThrow().event()).isEqualTo(event.id());
        assertThat(lonely.getFirst().near().orElseThrow().kilometres()).isBetween(100.0, 108.0);
        assertThat(all.girlsTaught(territory("REGION-94"))).hasValue(19);
    }

    @Test
    void countsApartLyceesWhosePlaceIsUnknown() {
        var nowhere = ASchool.lycee("Lycée de nulle part")
                .in("Hameau-sans-carte", "98600", "986")
                .at(null)
                .add(jdbc);
        ground.teaches(nowhere, 5, 5);
        assertThat(taught("DEPARTEMENT-986")).isEqualTo(new Counts.Taught(1, 0, 1, 10, 5));
    }

    /// Two classes of one département are too few: they are in no figure, so that nothing is to be had by subtraction.
    @Test
    void keepsBackShareOfGirlsThatTellsOfFew() {
        var event = events.published()
                .in(edition)
                .at("Ajaccio", "2A", AJACCIO)
                .seats(400)
                .now();
        var many = school("2A", AJACCIO);
        var few = school("2B", BASTIA);
        for (var number = 1; number <= 4; number++) {
            ground.book(event, many, "2de " + number, 25, 10);
        }
        ground.book(event, few, "2de 1", 25, 5);
        ground.book(event, few, "2de 2", 25, null);
        var all = coverage();
        for (var shown : java.util.List.of("NATION-FR", "REGION-94", "DEPARTEMENT-2A")) {
            assertThat(all.girlsBooked(territory(shown))).as(shown).hasValue(40);
        }
        assertThat(all.girlsBooked(territory("DEPARTEMENT-2B"))).isEmpty();
        assertThat(all.hides(territory("DEPARTEMENT-2B"))).isTrue();
        assertThat(all.girlsBooked(territory("DEPARTEMENT-09"))).isEmpty();
        assertThat(all.hides(territory("DEPARTEMENT-09"))).isFalse();
    }

    /// Whoever reads the page each minute learns of no class alone; nor does a node that starts anew.
    @Test
    void movesTheShareOfGirlsOnlyForThreeClassesMore() {
        var event = events.published()
                .in(edition)
                .at("Ajaccio", "2A", AJACCIO)
                .seats(400)
                .now();
        var school = school("2A", AJACCIO);
        for (var number = 1; number <= 4; number++) {
            ground.book(event, school, "2de " + number, 25, 10);
        }
        assertThat(coverage().girlsBooked(territory("DEPARTEMENT-2A"))).hasValue(40);
        for (var more = 5; more <= 6; more++) {
            ground.book(event, school("2A", AJACCIO), "1re " + more, 12, 12);
            clock.advance(Duration.ofSeconds(61));
            assertThat(coverage().girlsBooked(territory("DEPARTEMENT-2A")))
                    .as("class %d", more)
                    .hasValue(40);
            assertThat(booked("DEPARTEMENT-2A").classes()).isEqualTo(more);
        }
        ground.book(event, school("2A", AJACCIO), "1re 7", 12, 12);
        clock.advance(Duration.ofSeconds(61));
        assertThat(coverage().girlsBooked(territory("DEPARTEMENT-2A"))).hasValue(56);
    }

    @Test
    void isCountedAnewAfterAMinute() {
        assertThat(offered("DEPARTEMENT-2A").events()).isZero();
        events.published().in(edition).at("Ajaccio", "2A", AJACCIO).now();
        assertThat(offered("DEPARTEMENT-2A").events()).isZero();
        clock.advance(Duration.ofSeconds(61));
        assertThat(offered("DEPARTEMENT-2A").events()).isEqualTo(1);
    }

    private School school(String departement, GeoPoint point) {
        return ASchool.lycee("Lycée de l'île")
                .in("Ajaccio", "20000", departement)
                .at(point)
                .add(jdbc);
    }

    private Coverage coverage() {
        return coverages.of(edition.id());
    }

    private Territory territory(String key) {
        return territories.find(key).orElseThrow();
    }

    private Counts.Offered offered(String key) {
        return coverage().of(territory(key)).offered();
    }

    private Counts.Booked booked(String key) {
        return coverage().of(territory(key)).booked();
    }

    private Counts.Taught taught(String key) {
        return coverage().of(territory(key)).taught();
    }
}
