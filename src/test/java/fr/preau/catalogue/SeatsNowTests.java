package fr.preau.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.SettableClock;
import fr.preau.event.EventFixtures;
import fr.preau.programme.Edition;
import fr.preau.programme.EditionFixtures;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Free seats are those one can still take, wherever they are shown; what can no longer be taken leads no list.
@PreauTest
class SeatsNowTests {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private EventFixtures events;

    @Autowired
    private EditionFixtures editions;

    @Autowired
    private SettableClock clock;

    private final String mark =
            "z" + UUID.randomUUID().toString().replace("-", "").substring(0, 12) + "0";

    private LocalDate first;

    @BeforeEach
    void chooseDays() {
        first = editions.today().plusDays(1);
    }

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void givesNoFreeSeatInASessionThatHasStarted() throws Exception {
        var event = events.published()
                .titled("Robots " + mark)
                .on(first, "10:00", "12:00")
                .seats(30)
                .on(first.plusDays(4), "10:00", "11:00")
                .seats(9)
                .now();
        during(first);

        var card = search().select(".events li");
        assertThat(card.select(".seats").text()).isEqualTo("9 places libres");
        assertThat(card.select(".when").text()).doesNotContain(";").doesNotContain("Commencé");
        var page = page("/evenements/" + event.id().value());
        assertThat(page.select(".session .seats").eachText())
                .singleElement()
                .asString()
                .startsWith("9 places libres sur 9");
        assertThat(page.select("script[type=application/ld+json]").html())
                .contains("\"remainingAttendeeCapacity\":0", "\"remainingAttendeeCapacity\":9")
                .doesNotContain("\"remainingAttendeeCapacity\":30");
        assertThat(text("/api/evenements?q=" + mark))
                .contains("\"places_restantes\":0,\"places_restantes_classes\":0")
                .contains("\"places_restantes\":9,\"places_restantes_classes\":9");
        assertThat(text("/evenements.csv?q=" + mark)).contains(",30,0,0,", ",9,9,9,");
        assertThat(text("/evenements/%s/seances/%s/inscription"
                        .formatted(event.id().value(), event.session().value())))
                .doesNotContain("Places libres");
    }

    @Test
    void showsWhatCanStillBeTakenBeforeWhatHasStarted() throws Exception {
        events.published()
                .titled("Commencé " + mark)
                .on(first, "10:00", "18:00")
                .now();
        events.published()
                .titled("Demain " + mark)
                .on(first.plusDays(1), "10:00", "11:00")
                .now();
        assertThat(titles()).containsExactly("Commencé " + mark, "Demain " + mark);
        during(first);

        assertThat(titles()).containsExactly("Demain " + mark, "Commencé " + mark);
        var last = Objects.requireNonNull(search().select(".events li").last());
        assertThat(last.select(".when").text()).startsWith("Commencé : ");
        assertThat(last.select(".seats").text()).isEqualTo("Inscriptions closes");
    }

    @Test
    void givesNoFreeSeatOnceRegistrationsAreClosed() throws Exception {
        var event = events.published()
                .titled("Clos " + mark)
                .in(closingTomorrow())
                .on(first.plusDays(5), "10:00", "11:00")
                .now();
        assertThat(search().select(".seats").text()).isEqualTo("30 places libres");
        clock.advance(Duration.ofDays(2));

        assertThat(search().select(".seats").text()).isEqualTo("Inscriptions closes");
        assertThat(page("/evenements/" + event.id().value()).select(".session .seats"))
                .isEmpty();
        assertThat(text("/evenements.csv?q=" + mark)).contains(",30,0,0,");
        assertThat(page("/evenements?places=2&q=" + mark).select(".events li")).isEmpty();
    }

    @Test
    void showsPastSessionsAfterThoseToCome() throws Exception {
        var event = events.published()
                .on(first, "10:00", "12:00")
                .on(first.plusDays(4), "10:00", "11:00")
                .now();
        during(first);

        assertThat(page("/evenements/" + event.id().value()).select(".session").eachAttr("id"))
                .containsExactly(
                        "seance-" + event.sessions().get(1).value(),
                        "seance-" + event.session().value());
    }

    private void during(LocalDate day) {
        clock.setTo(day.atTime(LocalTime.of(10, 30))
                .atZone(ZoneId.of("Europe/Paris"))
                .toInstant());
    }

    private Edition closingTomorrow() {
        var around = editions.around(editions.today());
        return editions.create(new Edition(
                around.id(),
                around.name(),
                around.firstDay(),
                around.lastDay(),
                around.submissionsOpen(),
                around.submissionsClose(),
                around.registrationsOpen(),
                clock.instant().plus(Duration.ofDays(1)),
                around.schoolYear(),
                around.kinds(),
                around.partners(),
                true,
                around.offerHours(),
                false));
    }

    private List<String> titles() throws Exception {
        return search().select(".events h2").eachText();
    }

    private Document search() throws Exception {
        return page("/evenements?q=" + mark);
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(text(path));
    }

    private String text(String path) throws Exception {
        var result = mvc.get().uri(URI.create(path)).exchange();
        assertThat(result).hasStatusOk();
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
