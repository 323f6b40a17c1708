package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server as an operator installs it, first with nothing said, then with everything: what it lacks is told, what it
/// was told is on every page, and a letter written in between leaves with the right address.
class InstallationTests {
    private static final String BEFORE = "ada@d-%s.fr".formatted(UUID.randomUUID());
    private static final String AFTER = "grace@d-%s.fr".formatted(UUID.randomUUID());
    private static final List<String> PAGES = List.of(
            "/",
            "/aide",
            "/evenements",
            "/connexion",
            "/mentions-legales",
            "/vie-privee",
            "/accessibilite",
            "/nulle-part",
            "/evenements.atom",
            "/evenements.ics",
            "/trophees.atom",
            "/evenements/schema.json",
            "/api/openapi.json",
            "/attestations",
            "/trophees",
            "/consultations");

    @TempDir
    private Path data;

    @Test
    void tellsWhatItLacksThenBearsWhatItWasTold() throws Exception {
        try (var bare = Launched.on(data)) {
            assertFirstPageLinksMarkedFiles(bare);
            assertTellsWhatItLacks(bare.open());
            asksForALink(bare, BEFORE);
        }
        var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try (var told = Launched.on(data, told(mail)).open()) {
            assertBearsWhatItWasTold(told);
            asksForALink(told, AFTER);
            assertThat(received(BEFORE, mail).getSubject()).startsWith("Votre lien de connexion");
            var letter = received(AFTER, mail);
            assertThat(letter.getSubject()).isEqualTo("Votre lien de connexion à Agora");
            assertThat(GreenMailUtil.getBody(letter)).contains("Agora, Association Exemple");
        } finally {
            mail.stop();
        }
    }

    private static MimeMessage received(String reader, GreenMail mail) throws Exception {
        var letter = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> Stream.of(mail.getReceivedMessages())
                                .filter(one -> to(one).equals(reader))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        assertThat(letter.getFrom()[0].toString()).isEqualTo("Agora <lettres@agora.example.org>");
        assertThat(GreenMailUtil.getBody(letter))
                .contains("https://agora.example.org/connexion/lien")
                .doesNotContain("localhost");
        return letter;
    }

    private static String to(MimeMessage letter) {
        try {
            return letter.getAllRecipients()[0].toString();
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String[] told(GreenMail mail) {
        return new String[] {
            "--preau.operator=Association Exemple",
            "--preau.operator.service-name=Agora",
            "--preau.operator.legal-form=association",
            "--preau.operator.address=12, rue de l'Exemple\n31000 Toulouse",
            "--preau.operator.telephone=05 00 00 00 01",
            "--preau.operator.mail=contact@agora.example.org",
            "--preau.operator.director=Camille Exemple",
            "--preau.operator.host.name=Hébergeur Exemple",
            "--preau.operator.host.address=1, rue des Machines\n59000 Lille",
            "--preau.operator.host.telephone=03 00 00 00 02",
            "--preau.operator.data-protection-officer.name=Dominique Exemple",
            "--preau.operator.data-protection-officer.contact=dpo@agora.example.org",
            "--preau.operator.accessibility-contact=https://agora.example.org/contact",
            "--preau.operator.legal-bases.account-session=intérêt légitime",
            "--preau.address=https://agora.example.org/",
            "--preau.mail.from=lettres@agora.example.org",
            "--preau.pilots=ada@agora.example.org",
            "--spring.mail.host=127.0.0.1",
            "--spring.mail.port=" + mail.getSmtp().getPort()
        };
    }

    private static void assertTellsWhatItLacks(Launched bare) throws IOException {
        var log = Files.readString(bare.log);
        for (var setting : List.of(
                "preau.address",
                "preau.operator.name",
                "preau.operator.legal-form",
                "preau.operator.host.name",
                "preau.operator.data-protection-officer.contact",
                "preau.operator.accessibility-contact",
                "preau.mail.from",
                "spring.mail.host",
                "preau.pilots")) {
            assertThat(log.lines().filter(line -> line.contains("(réglage %s)".formatted(setting))))
                    .as(setting)
                    .hasSize(1);
        }
        assertThat(log).contains("Préau est ouvert : " + bare.address());
    }

    private static void assertBearsWhatItWasTold(Launched told) throws Exception {
        assertThat(Files.readString(told.log))
                .doesNotContain("(réglage ")
                .contains("Agora est ouvert : https://agora.example.org");
        var visitor = new Visitor(told);
        for (var page : PAGES) {
            var body = visitor.get(page).body();
            assertThat(body.replace("avec Préau, un logiciel libre", "").replace("//Préau//FR", ""))
                    .as(page)
                    .doesNotContain("Préau", "preau.example", "localhost");
            if (body.startsWith("<!DOCTYPE")) {
                assertThat(Jsoup.parse(body).title()).as(page).endsWith("– Agora");
                assertThat(Jsoup.parse(body).select("footer").text()).as(page).contains("Association Exemple");
            }
        }
        assertThat(Jsoup.parse(visitor.get("/mentions-legales").body())
                        .select("dd")
                        .eachText())
                .contains(
                        "Association Exemple",
                        "association",
                        "12, rue de l'Exemple 31000 Toulouse",
                        "05 00 00 00 01",
                        "contact@agora.example.org",
                        "Camille Exemple",
                        "Hébergeur Exemple",
                        "1, rue des Machines 59000 Lille",
                        "03 00 00 00 02",
                        "Dominique Exemple, dpo@agora.example.org (vie privée)",
                        "https://agora.example.org/contact (accessibilité)");
        assertThat(visitor.get("/vie-privee").body())
                .contains("Association Exemple", "dpo@agora.example.org", "intérêt légitime");
        assertThat(visitor.get("/evenements.ics").body()).contains("PRODID:-//Agora//Préau//FR");
        assertThat(visitor.get("/evenements.atom").body())
                .contains("<title>Agora : ", "<name>Agora</name>")
                .doesNotContain("1970");
    }

    private static void asksForALink(Launched platform, String reader) throws Exception {
        var visitor = new Visitor(platform);
        var form = Jsoup.parse(visitor.get("/connexion").body()).select("form:has(input[name=courriel])");
        var fields = form.select("input[name]").stream()
                .map(field -> field.attr("name")
                        + "="
                        + URLEncoder.encode(
                                field.attr("name").equals("courriel") ? reader : field.val(), StandardCharsets.UTF_8))
                .toList();

        assertThat(visitor.post("/connexion", String.join("&", fields)).statusCode())
                .isEqualTo(302);
    }

    /// The very first one that is answered: an address without its mark would be asked for again at each page.
    private static void assertFirstPageLinksMarkedFiles(Launched platform) {
        var visitor = new Visitor(platform);
        var first = await().atMost(Duration.ofMinutes(1))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(3))
                .ignoreExceptions()
                .until(() -> visitor.get("/accessibilite"), answer -> answer.statusCode() == 200);

        assertThat(Jsoup.parse(first.body()).select("link[rel=stylesheet]").eachAttr("href"))
                .isNotEmpty()
                .allMatch(href -> href.matches(".*-[0-9a-f]{32}\\.css"));
        assertThat(first.headers().firstValue("Permissions-Policy")).isPresent();
    }

    private record Visitor(HttpClient client, Launched platform) {
        Visitor(Launched platform) {
            this(HttpClient.newBuilder().cookieHandler(new CookieManager()).build(), platform);
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return client.send(request(path).build(), BodyHandlers.ofString());
        }

        HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
            return client.send(
                    request(path)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.ofString());
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(platform.address() + path));
        }
    }
}
