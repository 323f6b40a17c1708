package fr.preau.registration;

import static fr.preau.registration.RegistrationForms.page;
import static fr.preau.registration.RegistrationForms.pupil;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// What one network may take of a session and of an hour.
@PreauTest
class RationPagesTests {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Ground ground;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private NetworkRetention retention;

    private final String network = address();

    @SuppressWarnings("NullAway.Init")
    private RegistrationForms forms;

    @BeforeEach
    void takeTheForms() {
        forms = new RegistrationForms(mvc);
    }

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void lets300PupilsOfOneSchoolIn() {
        var sitting = ground.sitting(400, 0);

        for (var number = 0; number < 300; number++) {
            assertThat(forms.post(sitting, from(network), pupil("Élève", "SECONDE", "", Ground.mail())))
                    .hasStatus3xxRedirection();
        }

        assertThat(ground.now(sitting).taken()).isEqualTo(300);
    }

    @Test
    void keepsASessionFromBeingEmptiedByFamiliesOfOneNetwork() {
        var sitting = ground.sitting(400, 0);
        for (var family = 0; family < 20; family++) {
            assertThat(family(sitting, network)).hasStatus3xxRedirection();
        }

        var refused = family(sitting, network);
        var elsewhere = family(sitting, address());

        assertThat(refused).hasStatus(429);
        assertThat(refused.getResponse().getHeader("Retry-After")).isNotNull();
        assertThat(page(refused).select(".errors").text()).contains("depuis votre réseau");
        assertThat(page(refused).select("[name=prenom]").val()).isEqualTo("Camille");
        assertThat(elsewhere).hasStatus3xxRedirection();
        assertThat(ground.now(sitting).taken()).isEqualTo(126);
    }

    @Test
    void countsThoseWhoWaitToo() {
        var sitting = ground.sitting(6, 0);
        family(sitting, network);
        for (var family = 0; family < 19; family++) {
            assertThat(wait(sitting)).hasStatus3xxRedirection();
        }

        assertThat(wait(sitting)).hasStatus(429);
    }

    @Test
    void countsTheFormsOfAnHour() {
        var sitting = ground.sitting(10, 0);
        assertThat(family(sitting, network)).hasStatus3xxRedirection();
        jdbc.sql("update registration.ration set forms = 2000 where bucket = sha256(convert_to(?, 'UTF8'))")
                .param(network)
                .update();

        var refused = forms.post(sitting, from(network), pupil("Léa", "SECONDE", "", Ground.mail()));
        clock.advance(Duration.ofMinutes(61));
        var later = forms.post(sitting, from(network), pupil("Léa", "SECONDE", "", Ground.mail()));

        assertThat(refused).hasStatus(429);
        assertThat(page(refused).select(".errors").text()).contains("recommencez dans 60 minutes");
        assertThat(later).hasStatus3xxRedirection();
    }

    @Test
    void keepsNoAddressOfANetwork() {
        var sitting = ground.sitting(10, 0);
        var other = ground.sitting(10, 0);
        family(sitting, network);
        family(other, network);

        var kept = jdbc.sql("select network from registration.registration where session_id in (?, ?)")
                .params(sitting.session().value(), other.session().value())
                .query(String.class)
                .list();

        assertThat(kept).hasSize(2).doesNotHaveDuplicates().noneMatch(digest -> digest.contains(network));
    }

    @Test
    void forgetsTheNetworkAWeekAfterTheSessionAndTheNameLater() {
        var sitting = ground.sitting(10, 0);
        family(sitting, network);
        var over = ground.now(sitting).end().toInstant();

        retention.forget(over.plus(Duration.ofDays(6)), 100_000);
        assertThat(networks(sitting)).doesNotContainNull();
        retention.forget(over.plus(Duration.ofDays(9)), 100_000);

        assertThat(networks(sitting)).containsOnlyNulls();
        assertThat(ground.rows(sitting)).isEqualTo(1);
    }

    private List<String> networks(Ground.Sitting sitting) {
        return jdbc.sql("select network from registration.registration where session_id = ?")
                .param(sitting.session().value())
                .query((row, _) -> row.getString("network"))
                .list();
    }

    private MvcTestResult family(Ground.Sitting sitting, String network) {
        return forms.post(
                sitting,
                from(network),
                "comme",
                "adulte",
                "prenom",
                "Camille",
                "courriel",
                Ground.mail(),
                "nombre",
                "6");
    }

    private MvcTestResult wait(Ground.Sitting sitting) {
        return forms.postTo(
                sitting.path().replace("/inscription", "/attente"),
                from(network),
                "comme",
                "adulte",
                "prenom",
                "Camille",
                "courriel",
                Ground.mail(),
                "nombre",
                "6",
                "jeton",
                UUID.randomUUID().toString());
    }

    static RequestPostProcessor from(String network) {
        return request -> {
            request.setRemoteAddr(network);
            return request;
        };
    }

    static String address() {
        var random = ThreadLocalRandom.current();
        return "203.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }
}
