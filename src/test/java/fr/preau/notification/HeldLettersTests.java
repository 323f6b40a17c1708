package fr.preau.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.icegreen.greenmail.util.GreenMail;
import fr.preau.PreauTest;
import fr.preau.account.TestPeople;
import fr.preau.territory.Territories;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/// A copy restored from a backup writes to nobody until a pilot says so.
@PreauTest
class HeldLettersTests {
    private static final String OUTBOX = "/espace/administration/courriers";

    private final MockMvcTester mvc;
    private final TestPeople people;
    private final Territories territories;
    private final OutboxHealthIndicator health;
    private final Post post;
    private final JdbcClient db;

    @Autowired
    HeldLettersTests(
            MockMvcTester mvc,
            TestPeople people,
            Territories territories,
            OutboxHealthIndicator health,
            Outbox outbox,
            TransactionTemplate transactions,
            JdbcClient db,
            GreenMail server) {
        this.mvc = mvc;
        this.people = people;
        this.territories = territories;
        this.health = health;
        this.post = new Post(outbox, transactions, db, server);
        this.db = db;
    }

    @BeforeEach
    void restored() {
        db.sql(
                        "insert into timetable.restored (restored_at, backup_at) values ('2026-11-30 10:00+01', '2026-11-29 22:30+01')")
                .update();
    }

    @AfterEach
    void original() {
        db.sql("delete from timetable.restored").update();
    }

    @Test
    void stayUntilAPilotLetsThemLeave() throws Exception {
        var recipient = Post.someone();
        post.write(recipient);
        var page = page();
        assertThat(page.text())
                .contains("copie restaurée le", "aucun courriel ne part")
                .containsPattern("courriels? attend(ent)? et partir(a|ont)");
        assertThat(health.health().getStatus().getCode()).isEqualTo("COPY");
        Awaitility.await()
                .during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(5))
                .until(() -> post.receivedBy(recipient).isEmpty());

        var pilot = people.pilot();
        assertThat(mvc.post().uri(OUTBOX + "/depart").with(pilot).with(csrf())).hasStatus3xxRedirection();

        Awaitility.await()
                .untilAsserted(() -> assertThat(post.receivedBy(recipient)).hasSize(1));
        assertThat(page().select("form[action$=/depart]")).isEmpty();
        assertThat(health.health().getStatus().getCode()).isNotEqualTo("COPY");
        assertThat(db.sql("select count(*) from account.act where act = 'laisse partir les courriels'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void leaveAtThePilotsWordAlone() {
        var coordinator = people.coordinator(territories.departement("09").orElseThrow());
        assertThat(mvc.post().uri(OUTBOX + "/depart").with(coordinator).with(csrf()))
                .hasStatus(403);
        assertThat(db.sql("select released_at is null from timetable.restored")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private Document page() throws Exception {
        return Jsoup.parse(mvc.get()
                .uri(OUTBOX)
                .with(people.pilot())
                .exchange()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
