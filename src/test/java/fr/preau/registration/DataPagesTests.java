package fr.preau.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.preau.PreauTest;
import fr.preau.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/// What someone does with their own data, from the link of a registration.
@PreauTest
@RecordApplicationEvents
class DataPagesTests {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Ground ground;

    @Autowired
    private Registrations registrations;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SettableClock clock;

    @Autowired
    private ApplicationEvents news;

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void showsAndGivesAwayEverythingKeptLettersIncluded() {
        var adult = Ground.adult(2);
        var held = held(ground.sitting(10, 0), adult);

        var shown = page(open(held.path() + "/donnees")).text();
        assertThat(shown).contains(adult.mail(), "Camille", "Inscription confirmée", "Prénom et adresse effacés après");

        var file = open(held.path() + "/donnees.json");
        assertThat(file.getResponse().getHeader("Cache-Control")).isEqualTo("no-store");
        var json = JsonMapper.builder().build().readTree(bytes(file));
        assertThat(json.get("Inscription").get(0).get("Adresse").asString()).isEqualTo(adult.mail());
        assertThat(json.get("Courriels envoyés").get(0).get("Texte").asString()).contains(held.path());
    }

    @Test
    void correctsAFirstNameAndRefusesOneRegisteredAlready() {
        var sitting = ground.sitting(10, 0);
        var mail = Ground.mail();
        var held = held(sitting, new Registrant.Adult("Camile", mail, 1));
        held(sitting, new Registrant.Adult("Dominique", mail, 1));

        assertThat(post(held.path() + "/donnees/prenom", "prenom", " ")).hasStatus(422);
        var taken = post(held.path() + "/donnees/prenom", "prenom", "dominique");
        assertThat(taken).hasStatus(422);
        assertThat(page(taken).select("[name=prenom]").val()).isEqualTo("dominique");
        assertThat(post(held.path() + "/donnees/prenom", "prenom", "Camille")).hasStatus3xxRedirection();

        assertThat(registrations.find(held.id()).orElseThrow().firstName()).isEqualTo("Camille");
    }

    @Test
    void changesAnAddressOnlyFromItsOwnMailboxAndItsLinkWithIt() {
        var sitting = ground.sitting(10, 0);
        var adult = Ground.adult(2);
        var held = held(sitting, adult);
        var mail = Ground.mail();

        assertThat(post(held.path() + "/donnees/adresse", "courriel", "nulle part"))
                .hasStatus(422);
        assertThat(post(held.path() + "/donnees/adresse", "courriel", adult.mail()))
                .hasStatus(422);
        assertThat(post(held.path() + "/donnees/adresse", "courriel", mail)).hasStatus3xxRedirection();
        assertThat(registrations.find(held.id()).orElseThrow().mail()).isEqualTo(adult.mail());

        var link = asked(mail);
        assertThat(page(open(link)).text()).contains(mail);
        assertThat(post(link)).hasStatus3xxRedirection();

        var after = registrations.find(held.id()).orElseThrow();
        assertThat(after.mail()).isEqualTo(mail);
        assertThat(open(held.path())).as("the former link").hasStatus(404);
        assertThat(open(after.path())).hasStatusOk();
        assertThat(letters(adult.mail())).last().asString().contains("arrivent désormais à une autre adresse");
        assertThat(letters(mail)).last().asString().contains(after.path());
        assertThat(post(link)).as("a second click").hasStatus(410);
        ground.audit(sitting);
    }

    @Test
    void tellsOnlyItsReaderThatAnAddressIsRegisteredAlready() {
        var sitting = ground.sitting(10, 0);
        var other = held(sitting, new Registrant.Adult("Camille", Ground.mail(), 1));
        var held = held(sitting, Ground.adult(1));

        assertThat(post(held.path() + "/donnees/adresse", "courriel", other.mail()))
                .as("the same answer as for any address")
                .hasStatus3xxRedirection();
        assertThat(post(asked(other.mail()))).hasStatus(409);
        assertThat(registrations.find(held.id()).orElseThrow().mail()).isEqualTo(held.mail());
    }

    @Test
    void forgetsALinkToANewAddressAfterADay() {
        var held = held(ground.sitting(10, 0), Ground.adult(1));
        var mail = Ground.mail();
        post(held.path() + "/donnees/adresse", "courriel", mail);
        var link = asked(mail);

        clock.advance(Corrections.LIFE.plusMinutes(1));

        assertThat(open(link)).hasStatus(410);
        assertThat(post(link)).hasStatus(410);
    }

    @Test
    void erasesAtOnceGivingSeatsBackAndWritingToNobody() {
        var sitting = ground.sitting(10, 0);
        var adult = Ground.adult(4);
        var held = held(sitting, adult);

        assertThat(page(open(held.path() + "/effacement")).text()).contains("4 places seront rendues");
        assertThat(ground.now(sitting).taken()).isEqualTo(4);
        assertThat(post(held.path() + "/effacement")).hasStatus3xxRedirection();

        assertThat(ground.now(sitting).taken()).isZero();
        assertThat(news.stream(RegistrationCancelled.class)
                        .filter(one -> one.registration().id().equals(held.id())))
                .hasSize(1);
        assertThat(everythingAbout(held)).doesNotContain("Camille").doesNotContain(adult.mail());
        assertThat(letters(adult.mail())).isEmpty();
        assertThat(open(held.path())).hasStatus(404);
        assertThat(post(held.path() + "/effacement")).as("sent twice").hasStatus(404);
        ground.audit(sitting);
    }

    @Test
    void saysWhatErasingLeavesUnderTheSameAddressAndSendsItsLinks() {
        var sitting = ground.sitting(10, 0);
        var lea = Ground.pupil("Léa");
        var held = held(sitting, lea);
        var tom = held(sitting, new Registrant.Pupil("Tom", lea.mail(), lea.level(), null));

        var asked = page(open(held.path() + "/effacement"));
        assertThat(asked.text()).contains("Cela n'efface que cette inscription", "1 autre");
        assertThat(asked.select("form[action=/inscriptions/retrouver] [name=courriel]")
                        .val())
                .isEqualTo(lea.mail());
        var erased = post(held.path() + "/effacement");

        assertThat(String.join(" ", erased.getResponse().getHeaders("Set-Cookie")))
                .contains("1+autre+inscription");
        assertThat(page(open(tom.path() + "/effacement")).text())
                .contains("Oui, tout effacer")
                .doesNotContain("n'efface que cette");
    }

    @Test
    void keepsTheSeatsOfWhoCameWhenTheyEraseAfterwards() {
        var sitting = ground.sitting(40, 40);
        var held = held(sitting, Ground.schoolClass("2de 4", 20, 2));
        clock.advance(Duration.ofDays(3));

        assertThat(post(held.path() + "/effacement")).hasStatus3xxRedirection();

        assertThat(ground.now(sitting).taken()).isEqualTo(22);
        assertThat(everythingAbout(held))
                .contains("2de 4")
                .doesNotContain("Mme Dupuis")
                .doesNotContain(held.mail());
        ground.audit(sitting);
    }

    @Test
    void remembersWhoAskedForACertificateLongerAndNeverLess() {
        var held = held(ground.sitting(10, 0), Ground.adult(1));
        var far = LocalDate.now(clock).plusDays(200);

        registrations.keepUntil(held.id(), far);
        registrations.keepUntil(held.id(), far.minusDays(100));

        assertThat(page(open(held.path() + "/donnees")).text()).contains(fr.preau.web.French.day(far));
        assertThat(jdbc.sql("select asked_until from registration.registration where id = ?")
                        .param(held.id().value())
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(far);
    }

    private Registration held(Ground.Sitting sitting, Registrant registrant) {
        return ((Outcome.Confirmed) registrations.register(sitting.asks(registrant))).registration();
    }

    private String asked(String mail) {
        return news.stream(RegistrationAddressAsked.class)
                .filter(one -> one.mail().equals(mail))
                .map(RegistrationAddressAsked::path)
                .findFirst()
                .orElseThrow();
    }

    /// What the outbox holds for someone, oldest first.
    private List<String> letters(String mail) {
        return jdbc.sql("select text from notification.message where recipient = ? order by created_at")
                .param(mail)
                .query((row, _) -> row.getString("text"))
                .list();
    }

    private String everythingAbout(Registration held) {
        return jdbc.sql("select r::text as it from registration.registration r where id = ?")
                .param(held.id().value())
                .query((row, _) -> row.getString("it"))
                .single();
    }

    private MvcTestResult open(String address) {
        return mvc.get().uri(address).exchange();
    }

    private MvcTestResult post(String address, String... fields) {
        var network = "198.18.%d.%d"
                .formatted(
                        ThreadLocalRandom.current().nextInt(256),
                        ThreadLocalRandom.current().nextInt(256));
        var request = mvc.post().uri(address).with(csrf()).with(from -> {
            from.setRemoteAddr(network);
            return from;
        });
        request.param("jeton", UUID.randomUUID().toString());
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static byte[] bytes(MvcTestResult result) {
        return result.getResponse().getContentAsByteArray();
    }

    private static Document page(MvcTestResult result) {
        return Jsoup.parse(new String(bytes(result), StandardCharsets.UTF_8));
    }
}
