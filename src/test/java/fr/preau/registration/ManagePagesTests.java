package fr.preau.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.preau.PreauTest;
import fr.preau.SettableClock;
import fr.preau.web.LinkKey;
import java.time.Duration;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PreauTest
class ManagePagesTests {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Ground ground;

    @Autowired
    private Registrations registrations;

    @Autowired
    private SettableClock clock;

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void keepsTheLinkOutOfCachesSearchEnginesAndOtherSites() {
        var held = held(ground.sitting(10, 0), Ground.adult(2));

        var result = mvc.get().uri(held.path()).exchange();

        assertThat(result).hasStatusOk();
        assertThat(result.getResponse().getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(result.getResponse().getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(result.getResponse().getHeader("X-Robots-Tag")).contains("noindex");
    }

    @Test
    void knowsNoForgedKey() {
        assertThat(mvc.get().uri("/inscriptions/" + LinkKey.fresh()).exchange()).hasStatus(404);
        assertThat(mvc.get().uri("/inscriptions/zz").exchange()).hasStatus(404);
        assertThat(mvc.get().uri("/inscriptions/{key}", "a' or 1=1--").exchange())
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri("/inscriptions/" + LinkKey.fresh() + "/annulation")
                        .with(csrf())
                        .exchange())
                .hasStatus(404);
    }

    @Test
    void changesHowManyPeopleCome() {
        var sitting = ground.sitting(5, 0);
        var held = held(sitting, Ground.adult(2));

        assertThat(post(held.path() + "/nombre", "nombre", "5")).hasStatus3xxRedirection();
        assertThat(ground.now(sitting).taken()).isEqualTo(5);
        assertThat(post(held.path() + "/nombre", "nombre", "0")).hasStatus(422);
        assertThat(post(held.path() + "/nombre", "nombre", "abc")).hasStatus(422);
        var full = post(held.path() + "/nombre", "nombre", "6");
        assertThat(full).hasStatus(409);
        assertThat(page(full).select(".errors").text()).contains("Il faudrait 1 place de plus");
        ground.audit(sitting);
    }

    @Test
    void changesAClassAndNeverShowsItsGirlsAlone() {
        var sitting = ground.sitting(60, 40);
        var school = fr.preau.account.TestPeople.anyUai();
        var held = held(sitting, Ground.schoolClass(school, "2de 4", new Registrant.Headcount(28, 13, 2)));

        var shown = page(mvc.get().uri(held.path()).exchange());
        assertThat(shown.select("[name=eleves]").val()).isEqualTo("28");
        assertThat(shown.select("[name=filles]").val()).isEmpty();
        assertThat(shown.select("[value=13]")).isEmpty();
        assertThat(shown.select("dd").text()).doesNotContain("fille");

        var changed = post(
                held.path() + "/classe",
                "eleves",
                "20",
                "filles",
                "",
                "accompagnateurs",
                "2",
                "besoins",
                "Un fauteuil");
        assertThat(changed).hasStatus3xxRedirection();
        assertThat(ground.now(sitting).classTaken()).isEqualTo(22);
        assertThat(post(held.path() + "/classe", "eleves", "20", "filles", "21", "accompagnateurs", "2", "besoins", ""))
                .hasStatus(422);
        assertThat(post(held.path() + "/nombre", "nombre", "3")).hasStatus(404);
    }

    @Test
    void cancelsAfterAConfirmationAndOffersToComeBack() {
        var sitting = ground.sitting(10, 0);
        var held = held(sitting, Ground.adult(2));

        assertThat(page(mvc.get().uri(held.path() + "/annulation").exchange())
                        .select("main form button")
                        .text())
                .isEqualTo("Oui, annuler l'inscription");
        assertThat(ground.now(sitting).taken()).isEqualTo(2);
        assertThat(post(held.path() + "/annulation")).hasStatus3xxRedirection();
        assertThat(post(held.path() + "/annulation")).hasStatus3xxRedirection();

        var after = page(mvc.get().uri(held.path()).exchange());
        assertThat(ground.now(sitting).taken()).isZero();
        assertThat(after.title()).startsWith("Inscription annulée");
        assertThat(after.select("main a.button").attr("href")).isEqualTo(sitting.path());
    }

    @Test
    void givesACalendarFile() throws Exception {
        var held = held(ground.sitting(10, 0), Ground.adult(2));

        var file = mvc.get().uri(held.path() + "/agenda.ics").exchange();

        assertThat(file.getResponse().getContentType()).startsWith("text/calendar");
        assertThat(file.getResponse().getContentAsString())
                .contains("UID:inscription-" + held.id().value())
                .doesNotContain(held.key());
    }

    @Test
    void showsTheOnlineLinkOnlyToThoseRegistered() {
        var sitting = ground.sitting(ground.event().online("https://visio.example.org/salle"));
        var held = held(sitting, Ground.adult(2));

        assertThat(page(mvc.get().uri(held.path()).exchange()).html()).contains("https://visio.example.org/salle");
        assertThat(page(mvc.get().uri(sitting.path()).exchange()).html()).doesNotContain("visio.example.org");
        post(held.path() + "/annulation");
        assertThat(page(mvc.get().uri(held.path()).exchange()).html()).doesNotContain("visio.example.org");
    }

    @Test
    void changesNothingOnceItHasBegun() {
        var sitting = ground.sitting(10, 0);
        var held = held(sitting, Ground.adult(2));
        clock.advance(Duration.ofDays(5));

        assertThat(page(mvc.get().uri(held.path()).exchange()).select("main form"))
                .isEmpty();
        assertThat(post(held.path() + "/nombre", "nombre", "1")).hasStatus(409);
        post(held.path() + "/annulation");
        assertThat(ground.now(sitting).taken()).isEqualTo(2);
    }

    private Registration held(Ground.Sitting sitting, Registrant registrant) {
        return ((Outcome.Confirmed) registrations.register(sitting.asks(registrant))).registration();
    }

    private MvcTestResult post(String path, String... fields) {
        var request = mvc.post()
                .uri(path)
                .with(csrf())
                .param("jeton", UUID.randomUUID().toString());
        for (var at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return request.exchange();
    }

    private static Document page(MvcTestResult result) {
        return RegistrationForms.page(result);
    }
}
