package fr.preau.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.icegreen.greenmail.util.GreenMail;
import fr.preau.PreauTest;
import fr.preau.account.TestPeople;
import fr.preau.territory.Territories;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.ViewResolver;

@PreauTest
class OutboxPagesTests {
    private static final String OUTBOX = "/espace/administration/courriers";

    private final MockMvcTester mvc;
    private final MockMvcTester demonstration;
    private final TestPeople people;
    private final Territories territories;
    private final Post post;
    private final JdbcClient db;

    @Autowired
    OutboxPagesTests(
            MockMvcTester mvc,
            TestPeople people,
            Territories territories,
            MessageListRepository lists,
            OwnAddress address,
            ViewResolver viewResolver,
            Outbox outbox,
            TransactionTemplate transactions,
            JdbcClient db,
            GreenMail server) {
        this.mvc = mvc;
        this.demonstration =
                MockMvcTester.create(MockMvcBuilders.standaloneSetup(new DemonstrationMailController(lists, address))
                        .setViewResolvers(viewResolver)
                        .build());
        this.people = people;
        this.territories = territories;
        this.post = new Post(outbox, transactions, db, server);
        this.db = db;
    }

    @Test
    void showsPilotsWhatWasGivenUpWithoutAddresses() {
        var id = post.write("nobody");
        failSince(id, "nobody-%s@example.fr".formatted(id));

        var answer =
                mvc.get().uri(OUTBOX + "?etat=abandon").with(people.pilot()).exchange();

        assertThat(answer).hasStatusOk();
        var page = Jsoup.parse(body(answer));
        assertThat(page.select("td").eachText()).contains("n…@example.fr", "l'adresse n'en est pas une");
        assertThat(page.text()).doesNotContain("nobody-");
        assertThat(page.select("form[action$=/%s/relance] button".formatted(id)))
                .hasSize(1);
    }

    @Test
    void sendsAgainAtAPilotsWord() {
        var id = post.write("nobody");
        var recipient = Post.someone();
        failSince(id, recipient);

        assertThat(mvc.post()
                        .uri(OUTBOX + "/%s/relance".formatted(id))
                        .with(people.pilot())
                        .with(csrf()))
                .hasStatus3xxRedirection();

        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(post.receivedBy(recipient)).hasSize(1));
        assertThat(mvc.post()
                        .uri(OUTBOX + "/%s/relance".formatted(id))
                        .with(people.pilot())
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(post.find(id).state()).isEqualTo(Message.State.SENT);
    }

    @Test
    void isForPilotsOnly() {
        var coordinator = people.coordinator(territories.departement("09").orElseThrow());
        assertThat(mvc.get().uri(OUTBOX).with(coordinator)).hasStatus(403);
        assertThat(mvc.post()
                        .uri(OUTBOX + "/%s/relance".formatted(UUID.randomUUID()))
                        .with(coordinator)
                        .with(csrf()))
                .hasStatus(403);
        assertThat(mvc.get().uri(OUTBOX + "?page=-3&etat=%00").with(people.pilot()))
                .hasStatusOk();
    }

    @Test
    void hasNoMailboxToReadOutsideTheDemonstration() {
        var id = post.write(Post.someone());
        assertThat(mvc.get().uri("/demonstration/courriers")).hasStatus(404);
        assertThat(mvc.get().uri("/demonstration/courriers/" + id)).hasStatus(404);
        assertThat(mvc.get().uri("/demonstration/courriers/%s/html".formatted(id)))
                .hasStatus(404);
    }

    @Test
    void letsAnyoneReadTheMailOfTheDemonstration() {
        var recipient = Post.someone();
        var letter = Post.letter("Un lien").offers("Ouvrir", "https://preau.example/inscriptions/abc");
        var id = post.write(Mail.of(Kind.ROLE, recipient, letter));

        var list = demonstration
                .get()
                .uri("/demonstration/courriers?pour=" + recipient)
                .exchange();
        assertThat(Jsoup.parse(body(list)).select(".cards a").eachAttr("href"))
                .containsExactly("/demonstration/courriers/" + id);

        var one = Jsoup.parse(
                body(demonstration.get().uri("/demonstration/courriers/" + id).exchange()));
        assertThat(one.select(".mail-text a").eachAttr("href")).contains("https://preau.example/inscriptions/abc");

        var html = demonstration
                .get()
                .uri("/demonstration/courriers/%s/html".formatted(id))
                .exchange();
        assertThat(Jsoup.parse(body(html)).select("h1").text()).isEqualTo("Un lien");
        assertThat(html.getResponse().getHeader("Content-Security-Policy")).contains("default-src 'none'");
    }

    private void failSince(UUID id, String recipient) {
        db.sql("update notification.message set recipient = :recipient, created_at = '2020-01-01' where id = :id")
                .param("recipient", recipient)
                .param("id", id)
                .update();
    }

    private static String body(org.springframework.test.web.servlet.assertj.MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
