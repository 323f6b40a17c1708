package fr.preau.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.preau.PreauTest;
import fr.preau.SettableClock;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.ott.OneTimeTokenAuthenticationToken;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.security.test.web.support.WebTestUtils;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PreauTest
class SignInTests {
    private final String mail = "camille-%s@example.org".formatted(UUID.randomUUID());
    private final String network =
            "2001:db8::" + Integer.toHexString(ThreadLocalRandom.current().nextInt());

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private SettableClock clock;

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void sendsALinkToAnyAddressAndSaysTheSameOfAll() {
        accounts.findOrCreate(new MailAddress(mail));

        var known = ask(mail, "");
        var unknown = ask("x" + mail, "");

        assertThat(known.getResponse().getRedirectedUrl()).isEqualTo("/connexion/envoi");
        assertThat(unknown.getResponse().getRedirectedUrl()).isEqualTo("/connexion/envoi");
        assertThat(linksOf(mail)).isOne();
        assertThat(linksOf("x" + mail)).isOne();
    }

    @Test
    void keepsOnlyTheHashOfALink() {
        var link = link("/espace");

        assertThat(sql.sql("select count(*) from account.sign_in_link where hash = :hash")
                        .param("hash", SecretKey.hash(link))
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(sql.sql("select l::text from account.sign_in_link l where mail = :mail")
                        .param("mail", mail)
                        .query(String.class)
                        .single())
                .doesNotContain(link);
    }

    @Test
    void doesNotUseALinkThatIsOnlyOpened() {
        var link = link("/espace");

        for (var look = 0; look < 3; look++) {
            var page = Jsoup.parse(
                    text(fresh().get().uri("/connexion/lien?token=" + link).exchange()));
            assertThat(page.select("form[action=/connexion/lien] button").text())
                    .isEqualTo("Me connecter");
            assertThat(page.select("strong").text()).isEqualTo(mail);
        }
        assertThat(signIn.find(link)).isPresent();
    }

    @Test
    void signsInOnceAndMakesTheAccount() {
        var link = link("/espace/organisations?page=2");

        var first = open(link);
        var second = open(link);

        assertThat(first.getResponse().getRedirectedUrl()).isEqualTo("/espace/organisations?page=2");
        assertThat(accounts.find(new MailAddress(mail))).isPresent();
        assertThat(second.getResponse().getRedirectedUrl()).isEqualTo("/connexion/lien");
        assertThat(second.getResponse().getCookie(TestPeople.COOKIE)).isNull();
        assertThat(fresh().get().uri("/connexion/lien").exchange()).hasStatus(410);
    }

    @Test
    void leadsASecondClickOfASignedInPersonToTheirSpace() {
        var link = link("/espace");
        var cookie = cookie(open(link));

        assertThat(fresh().get()
                        .uri("/connexion/lien?token=" + link)
                        .cookie(cookie)
                        .exchange())
                .hasRedirectedUrl("/espace");
    }

    @Test
    void refusesALinkAfterAQuarterOfAnHour() {
        var link = link("/espace");
        clock.advance(Duration.ofMinutes(15).plusSeconds(1));

        assertThat(open(link).getResponse().getRedirectedUrl()).isEqualTo("/connexion/lien");
        assertThat(fresh().get().uri("/connexion/lien?token=" + link).exchange())
                .hasStatus(410);
    }

    @ParameterizedTest
    @ValueSource(strings = {"forged", "\u0000", "é'; drop table account.person; --", " "})
    void refusesAForgedLink(String token) {
        var answer = fresh().get().uri("/connexion/lien").param("token", token).exchange();

        assertThat(answer).hasStatus(410);
        assertThat(Jsoup.parse(text(answer)).select("a.button").attr("href")).isEqualTo("/connexion");
        assertThat(open(token).getResponse().getStatus()).isBetween(300, 499);
    }

    @Test
    void usesALinkOnceHoweverManyClickAtOnce() throws InterruptedException {
        var link = link("/espace");
        Callable<Boolean> click = () -> signIn.consume(new OneTimeTokenAuthenticationToken(link)) != null;
        try (var clicks = Executors.newVirtualThreadPerTaskExecutor()) {
            var used = clicks
                    .invokeAll(IntStream.range(0, 16).mapToObj(_ -> click).toList())
                    .stream()
                    .filter(future -> future.resultNow())
                    .count();

            assertThat(used).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "\\\\evil.example",
                "javascript:alert(1)",
                "/espace\r\nSet-Cookie: a=b",
                "/connexion?vers=/connexion",
                "/deconnexion",
                "evil"
            })
    void leadsNobodyElsewhere(String elsewhere) {
        ask(mail, elsewhere);

        assertThat(sql.sql("select destination from account.sign_in_link where mail = :mail")
                        .param("mail", mail)
                        .query(String.class)
                        .single())
                .isEqualTo("/espace");
    }

    @Test
    void leadsToThePageThatAskedToSignIn() {
        var refused = fresh().get().uri("/espace/organisations?page=2").exchange();
        assertThat(refused.getResponse().getRedirectedUrl()).endsWith("/connexion");
        var wanted = Objects.requireNonNull(refused.getResponse().getCookie("REDIRECT_URI"));

        var page =
                Jsoup.parse(text(fresh().get().uri("/connexion").cookie(wanted).exchange()));

        assertThat(page.select("input[name=vers]").val()).isEqualTo("/espace/organisations?page=2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "abc",
                "a@b",
                "a b@example.org",
                "a@example.org\r\nBcc: x@y.fr",
                "a\u0000@example.org",
                "@"
            })
    void refusesWhatIsNoAddressAndKeepsIt(String typed) {
        var answer = ask(typed, "/espace");

        assertThat(answer).hasStatus(422);
        var page = Jsoup.parse(text(answer));
        assertThat(page.select("#courriel-erreur").text()).isNotEmpty();
        assertThat(page.title()).startsWith("Adresse à corriger");
    }

    @Test
    void refusesAGiantAddress() {
        assertThat(ask("a".repeat(10_000) + "@example.org", "x".repeat(10_000))).hasStatus(422);
    }

    @Test
    void stopsMailToOneAddressWithoutSayingSo() {
        for (var time = 0; time < 7; time++) {
            assertThat(ask(mail, "").getResponse().getRedirectedUrl()).isEqualTo("/connexion/envoi");
        }
        assertThat(linksOf(mail)).isEqualTo(SignIn.LINKS_PER_ADDRESS);

        clock.advance(Attempts.WINDOW.plusSeconds(1));
        ask(mail, "");
        assertThat(linksOf(mail)).isEqualTo(SignIn.LINKS_PER_ADDRESS + 1L);
    }

    @Test
    void asksANetworkToWait() {
        for (var time = 0; time < 120; time++) {
            assertThat(ask(time + mail, "")).hasStatus(302);
        }
        var answer = ask("last" + mail, "");

        assertThat(answer).hasStatus(429);
        assertThat(Integer.parseInt(Objects.requireNonNull(answer.getResponse().getHeader("Retry-After"))))
                .isBetween(1, 901);
        assertThat(linksOf("last" + mail)).isZero();
        assertThat(answer).bodyText().contains("last" + mail, "attendez");
    }

    @Test
    void givesNoSessionToVisitorsAndANewOneAtSignIn() {
        // csrf() of spring-security-test leaves its own repository behind, which opens sessions: ours back.
        var visitor = fresh().get()
                .uri("/connexion")
                .with(request -> {
                    WebTestUtils.setCsrfTokenRepository(request, CookieCsrfTokenRepository.withHttpOnlyFalse());
                    return request;
                })
                .exchange();
        assertThat(visitor.getResponse().getCookie(TestPeople.COOKIE)).isNull();

        var chosen = new Cookie(TestPeople.COOKIE, "Y2hvc2VuLWJ5LWFuLWF0dGFja2Vy");
        var signedIn = fresh().post()
                .uri("/connexion/lien")
                .param("token", link("/espace"))
                .cookie(chosen)
                .with(csrf())
                .exchange();

        var session = cookie(signedIn);
        assertThat(session.getValue()).isNotEqualTo(chosen.getValue());
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getAttribute("SameSite")).isEqualTo("Lax");
    }

    @Test
    void remembersASessionInTheDatabaseUntilSignOut() {
        var cookie = cookie(open(link("/espace")));

        assertThat(text(fresh().get().uri("/accessibilite").cookie(cookie).exchange()))
                .contains("Se déconnecter");
        assertThat(sql.sql("select count(*) from account.session where principal_name = :mail")
                        .param("mail", mail)
                        .query(Long.class)
                        .single())
                .isOne();

        fresh().post().uri("/deconnexion").cookie(cookie).with(csrf()).exchange();

        assertThat(sql.sql("select count(*) from account.session where principal_name = :mail")
                        .param("mail", mail)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(text(fresh().get().uri("/accessibilite").cookie(cookie).exchange()))
                .contains("Se connecter");
    }

    @Test
    void takesAnUnreadableSessionForNone() {
        var cookie = cookie(open(link("/espace")));
        sql.sql("""
                        update account.session_attributes set attribute_bytes = '\\xaced' where session_primary_id in
                            (select primary_id from account.session where principal_name = :mail)
                        """).param("mail", mail).update();

        assertThat(fresh().get().uri("/accessibilite").cookie(cookie).exchange())
                .hasStatusOk();
    }

    private MvcTestResult ask(String typed, String destination) {
        return fresh().post()
                .uri("/connexion")
                .param("courriel", typed)
                .param("vers", destination)
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(network);
                    return request;
                })
                .exchange();
    }

    /// MockMvc lets whoever signed in last on this thread into the next request: forgotten here, so that only cookies
    /// tell.
    private MockMvcTester fresh() {
        TestSecurityContextHolder.clearContext();
        return pages;
    }

    private String link(String destination) {
        return signIn.create(new MailAddress(mail), destination).tokenValue();
    }

    private MvcTestResult open(String token) {
        return fresh().post()
                .uri("/connexion/lien")
                .param("token", token)
                .with(csrf())
                .exchange();
    }

    private long linksOf(String address) {
        return sql.sql("select count(*) from account.sign_in_link where mail = :mail")
                .param("mail", address)
                .query(Long.class)
                .single();
    }

    private static Cookie cookie(MvcTestResult answer) {
        @Nullable Cookie cookie = answer.getResponse().getCookie(TestPeople.COOKIE);
        return Objects.requireNonNull(cookie);
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
