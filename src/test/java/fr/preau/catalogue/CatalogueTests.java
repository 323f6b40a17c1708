package fr.preau.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.event.Accessibility;
import fr.preau.event.Audience;
import fr.preau.event.Catalogue;
import fr.preau.event.EventFixtures;
import fr.preau.event.EventId;
import fr.preau.event.Search;
import fr.preau.event.Seats;
import fr.preau.programme.EditionFixtures;
import fr.preau.territory.ASchool;
import fr.preau.territory.GeoPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;

/// Each test marks its events with a word of its own, so that others' events never answer.
@PreauTest
class CatalogueTests {
    private static final GeoPoint FOIX = new GeoPoint(42.9655, 1.6053);
    private static final GeoPoint PAMIERS = new GeoPoint(43.1167, 1.6111);
    private static final GeoPoint TOULOUSE = new GeoPoint(43.6045, 1.4440);

    @Autowired
    private EventFixtures events;

    @Autowired
    private EditionFixtures editions;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private SearchReader reader;

    @Autowired
    private Seats seats;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private final String mark = word();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "robot",
                "robots",
                "ROBOTS",
                "robotique",
                "robotiques",
                "rob",
                "lycéen",
                "lyceen",
                "LYCÉENS",
                "l'étoile",
                "etoiles",
                "cœur",
                "coeur",
                "\"robots lycéens\"",
                "robots -cuisine"
            })
    void findsFrenchWordsWhateverTheirAccentsCaseNumberAndEnd(String words) {
        var event = events.published()
                .titled("Des robots lycéens " + mark)
                .described("Sous l'étoile, au cœur de la machine.")
                .now();

        assertThat(found("q", mark + " " + words)).containsExactly(event.id());
    }

    @Test
    void putsAWordOfTheTitleBeforeOneOfTheDescription() {
        var second = events.published()
                .titled("Une visite")
                .described("On y parle de " + mark)
                .now();
        var first = events.published().titled("Parler de " + mark).now();

        assertThat(found("q", mark)).containsExactly(first.id(), second.id());
    }

    @Test
    void takesNearSpellingsWhenNothingHasTheWordsAndSaysSo() {
        var event = events.published().titled("Cryptographie " + mark).now();

        var finding = find("q", "criptografie " + mark);

        assertThat(finding.spelling()).isTrue();
        assertThat(ids(finding)).containsExactly(event.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!!", "& | ! ( ) : * <->", "':*", "\"", "-", "le la les", "%_\\", "or or or", "a:b'c"})
    void answersAnyWordsWithoutFailing(String words) {
        assertThat(find("q", words).lines().size()).isLessThanOrEqualTo(20);
    }

    @Test
    void findsNearASchoolWhatIsInTheCircleAndWhatComesThere() {
        var school = ASchool.lycee("Lycée " + word()).at(FOIX).add(jdbc);
        var here = marked().at("Pamiers", "09", PAMIERS).now();
        marked().at("Toulouse", "31", TOULOUSE).now();
        var visit = marked().comingTo("09").now();
        marked().comingTo("75").now();
        var online = marked().online("https://visio.example").now();

        assertThat(found("q", mark, "etablissement", school.uai().value(), "rayon", "20", "tri", "distance"))
                .containsExactly(visit.id(), here.id(), online.id());
    }

    @Test
    void measuresTheDistanceThatPagesSay() {
        var school = ASchool.lycee("Lycée " + word()).at(FOIX).add(jdbc);
        marked().at("Toulouse", "31", TOULOUSE).now();

        var line = find("q", mark, "etablissement", school.uai().value(), "rayon", "100")
                .lines()
                .getFirst();

        assertThat(line.kilometres()).isCloseTo(FOIX.kilometresTo(TOULOUSE), org.assertj.core.data.Offset.offset(0.01));
    }

    @Test
    void cutsTheCircleAtItsRadius() {
        var centre = new GeoPoint(-17.0, -149.0);
        var school = ASchool.lycee("Lycée " + word())
                .in("Papeete", "98714", "987")
                .at(centre)
                .add(jdbc);
        var inside = marked().at("Dedans", "987", north(centre, 9.99)).now();
        marked().at("Dehors", "987", north(centre, 10.01)).now();

        assertThat(found("q", mark, "etablissement", school.uai().value(), "rayon", "10"))
                .containsExactly(inside.id());
    }

    /// Few events are read faster whole: the index is asked for, to see that it can answer.
    @Test
    void findsNearByTheIndexOfPlaces() {
        var scans = transactions.execute(_ -> {
            jdbc.sql("set local enable_seqscan = off").update();
            catalogue.find(near(FOIX));
            return jdbc.sql("select pg_stat_get_xact_numscans('event.listing_globe_idx'::regclass)")
                    .query(Long.class)
                    .single();
        });
        assertThat(scans).isPositive();
    }

    private static Search near(GeoPoint point) {
        var here = new Search.Near("Foix", "09", point, Search.Near.USUAL);
        return new Search(
                "", here, null, null, null, null, null, null, 0, Set.of(), Search.Sort.DISTANCE, 1);
    }

    @Test
    void findsNearACommune() {
        var commune = "Ville" + word().replaceAll("[0-9]", "x");
        ASchool.lycee("Lycée " + word()).in(commune, "09100", "09").at(PAMIERS).add(jdbc);
        jdbc.sql("refresh materialized view territory.commune").update();
        var event = marked().at("Pamiers", "09", PAMIERS).now();

        assertThat(found("q", mark, "commune", commune)).containsExactly(event.id());
    }

    @Test
    void findsInATerritoryOfAnyLevelByItsNameOrItsKey() {
        var here = marked().at("Foix", "09", FOIX).now();
        var visit = marked().comingTo("09", "31").now();
        marked().at("Paris", "75", null).now();

        for (var words :
                List.of("Ariège", "ariege", "09", "9", "DEPARTEMENT-09", "académie de Toulouse", "Occitanie")) {
            assertThat(found("q", mark, "territoire", words))
                    .as(words)
                    .containsExactlyInAnyOrder(here.id(), visit.id());
        }
    }

    @Test
    void countsDaysOnTheEventsOwnClocks() {
        var day = editions.today().plusDays(3);
        // 20 h in Nouméa is still the morning in Paris, 7 h the day before.
        var early = marked().at("Nouméa", "988", null).on(day, "07:00", "08:00").now();
        marked().at("Nouméa", "988", null).on(day.plusDays(1), "07:00", "08:00").now();

        assertThat(found("q", mark, "du", day.toString(), "au", day.toString())).containsExactly(early.id());
    }

    @Test
    void findsByAudienceKindFormatAndAccessibilityTogether() {
        var right = marked().forAudience(Audience.SECONDE, Audience.PARENTS)
                .kind("conference")
                .accessible(Accessibility.STEP_FREE, Accessibility.QUIET_ROOM)
                .now();
        marked().forAudience(Audience.PARENTS)
                .kind("conference")
                .accessible(Accessibility.STEP_FREE)
                .now();
        marked().forAudience(Audience.SECONDE)
                .kind("atelier")
                .accessible(Accessibility.STEP_FREE)
                .now();
        marked().forAudience(Audience.SECONDE).kind("conference").now();
        marked().forAudience(Audience.SECONDE)
                .kind("conference")
                .accessible(Accessibility.STEP_FREE)
                .online("https://x.example")
                .now();

        assertThat(found(
                        "q",
                        mark,
                        "public",
                        "SECONDE",
                        "genre",
                        "conference",
                        "format",
                        "ON_SITE",
                        "acces",
                        "STEP_FREE"))
                .containsExactly(right.id());
    }

    @Test
    void keepsOnlyWhatAClassFitsIn() {
        var fits = marked().seats(60).forClasses(30).now();
        var taken = marked().seats(60).forClasses(30).now();
        seats.take(taken.session(), 1, true);
        marked().seats(60).forClasses(29).now();
        marked().seats(29).now();
        var visit = marked().comingTo("09").seats(1).now();

        assertThat(found("q", mark, "places", "30")).containsExactlyInAnyOrder(fits.id(), visit.id());
        seats.take(visit.session(), 1, true);
        assertThat(found("q", mark, "places", "30")).containsExactly(fits.id());
    }

    @Test
    void leavesOutWhatIsCancelledOrOver() {
        var day = editions.today();
        var half = marked().on(day.minusDays(2), "10:00", "11:00")
                .on(day.plusDays(2), "10:00", "11:00")
                .now();
        marked().on(day.minusDays(2), "10:00", "11:00").now();
        var cancelled = marked().now();
        jdbc.sql("update event.listing set cancelled = true where event_id = :id")
                .param("id", cancelled.id().value())
                .update();
        var emptied = marked().now();
        jdbc.sql("update event.session set cancelled = true where event_id = :id")
                .param("id", emptied.id().value())
                .update();

        assertThat(found("q", mark)).containsExactly(half.id());
    }

    @Test
    void givesEachEventOnceOverPagesOfTwenty() {
        var all = new ArrayList<EventId>();
        for (var i = 0; i < 41; i++) {
            all.add(marked().now().id());
        }

        var pages = List.of("1", "2", "3").stream()
                .map(page -> find("q", mark, "page", page))
                .toList();

        assertThat(pages).extracting(page -> page.lines().size()).containsExactly(20, 20, 1);
        assertThat(pages).extracting(Catalogue.Finding::total).containsOnly(41L);
        assertThat(pages.stream().flatMap(page -> ids(page).stream())).containsExactlyInAnyOrderElementsOf(all);
        assertThat(find("q", mark, "page", "4").lines()).isEmpty();
    }

    private EventFixtures.Builder marked() {
        return events.published().titled("Rencontre " + mark);
    }

    private List<EventId> found(String... parameters) {
        return ids(find(parameters));
    }

    private Catalogue.Finding find(String... parameters) {
        var all = new LinkedMultiValueMap<String, String>();
        for (var i = 0; i < parameters.length; i += 2) {
            all.add(parameters[i], parameters[i + 1]);
        }
        var reading = reader.read(all);
        assertThat(reading.form().summary()).isEmpty();
        return catalogue.find(reading.search());
    }

    private static List<EventId> ids(Catalogue.Finding finding) {
        return finding.lines().stream().map(line -> line.listing().event().id()).toList();
    }

    private static GeoPoint north(GeoPoint from, double kilometres) {
        return new GeoPoint(from.latitude() + Math.toDegrees(kilometres / 6371.0), from.longitude());
    }

    /// A word no stemmer shortens and no other test says.
    private static String word() {
        return "z" + UUID.randomUUID().toString().replace("-", "").substring(0, 12) + "0";
    }
}
