package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.preau.account.SignedIn;
import fr.preau.account.TestPeople;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.catalina.valves.RemoteIpValve;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/// What a proxy may say for a visitor, and what a visitor who plays one may not: only named machines are believed, and
/// nobody chooses the host that people are sent to.
@PreauTest
@ExtendWith(OutputCaptureExtension.class)
class ProxyTests {
    private static final String EVIL = "evil.example";
    private static final String HEADERS =
            "Host: %1$s\r\nX-Forwarded-Host: %1$s\r\nForwarded: host=%1$s\r\nX-Forwarded-Port: 6666\r\nConnection: close\r\n"
                    .formatted(EVIL);

    @Autowired
    private Routes routes;

    @Autowired
    private Neighbourhood neighbourhood;

    @Autowired
    private TestPeople people;

    @Autowired
    private ServletWebServerApplicationContext context;

    @LocalServerPort
    private int port;

    private record Answer(String status, List<String> headers, String body) {
        static Answer of(String whole) {
            var parts = whole.split("\r\n\r\n", 2);
            var lines = parts[0].split("\r\n", -1);
            return new Answer(lines[0], List.of(lines).subList(1, lines.length), parts.length > 1 ? parts[1] : "");
        }

        List<String> all(String name) {
            var start = name.toLowerCase(Locale.ROOT) + ":";
            return headers.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .toList();
        }

        Optional<String> first(String name) {
            return all(name).stream().findFirst();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1", "HTTP/1.0"}) // the second is how nginx speaks unless told otherwise
    void sendsNobodyToAHostThatAVisitorNamed(String version) throws IOException {
        var signedIn = cookie(neighbourhood.everyone());
        var sent = 0;
        for (var path : paths()) {
            for (var cookie : List.of("", signedIn)) {
                var answer = ask("GET %s %s\r\n%s%s\r\n".formatted(path, version, HEADERS, cookie));
                assertThat(answer.headers()).as(path).noneMatch(header -> header.contains(EVIL));
                answer.first("Location").ifPresent(to -> assertThat(to).as(path).matches("/(?!/).*"));
                sent += answer.first("Location").isPresent() ? 1 : 0;
            }
        }
        assertThat(sent).as("redirects seen").isPositive();
    }

    @Test
    void sendsNobodyToAnotherHostAfterAForm() throws IOException {
        var signedIn = cookie(people.withoutRole());
        var form = ask("GET /accessibilite HTTP/1.1\r\n%s%s\r\n".formatted(HEADERS, signedIn));
        var token = Jsoup.parse(form.body()).select("input[name=_csrf]").attr("value");
        var kept = form.all("Set-Cookie").stream()
                .filter(one -> one.startsWith("XSRF-TOKEN"))
                .map(one -> "; " + one.substring(0, one.indexOf(';')))
                .findFirst()
                .orElse("");

        var body = "_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        var out = ask(
                "POST /deconnexion HTTP/1.1\r\n%sContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n%s%s\r\n\r\n%s"
                        .formatted(HEADERS, body.length(), signedIn.strip(), kept, body));

        assertThat(out.first("Location")).as(out.toString()).hasValue("/");
    }

    @Test
    void believesAProxyThatIsNamed() throws IOException {
        var answer = ask("GET /accessibilite HTTP/1.1\r\n%sX-Forwarded-Proto: https\r\n\r\n".formatted(HEADERS));

        assertThat(answer.first("Strict-Transport-Security")).isPresent();
    }

    @Test
    void believesNobodyElse(CapturedOutput output) throws IOException {
        var outside = anAddressThatIsNotLoopback();
        assumeThat(outside).as("this machine has a network").isPresent();
        for (var time = 0; time < 3; time++) {
            var answer = ask(
                    outside.get(),
                    "GET /accessibilite HTTP/1.1\r\n%sX-Forwarded-Proto: https\r\nX-Forwarded-For: 198.51.100.5\r\n\r\n"
                            .formatted(HEADERS));

            assertThat(answer.first("Strict-Transport-Security")).isEmpty();
        }
        assertThat(output.getAll().split("réglage preau.trusted-proxies", -1)).hasSizeLessThanOrEqualTo(2);
    }

    /// Tomcat skips from the right the machines it believes; a private network is not one of them.
    @Test
    void believesTheLoopbackOnlyUnlessOthersAreNamed() {
        var tomcat = ((TomcatWebServer) Objects.requireNonNull(context.getWebServer())).getTomcat();

        assertThat(tomcat.getEngine().getPipeline().getValves())
                .filteredOn(RemoteIpValve.class::isInstance)
                .singleElement()
                .satisfies(valve -> assertThat(((RemoteIpValve) valve).getInternalProxies())
                        .contains("127.0.0.0", "1")
                        .doesNotContain("10.0.0.0", "192.168", "172.16"));
    }

    @Test
    void keepsEveryCookieOnThisSiteAndOnTls() throws IOException {
        var signedIn = cookie(neighbourhood.everyone());
        var names = new TreeSet<String>();
        for (var path : paths()) {
            for (var cookie : List.of("", signedIn, "Cookie: preau-notice=Bonjour\r\n")) {
                var answer =
                        ask("GET %s HTTP/1.1\r\n%sX-Forwarded-Proto: https\r\n%s\r\n".formatted(path, HEADERS, cookie));
                for (var given : answer.all("Set-Cookie")) {
                    names.add(given.substring(0, given.indexOf('=')));
                    assertThat(given).as(path).contains("SameSite=Lax", "Secure");
                }
            }
        }
        assertThat(names).contains("REDIRECT_URI", "preau-notice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/..//evil.example",
                "/%2e%2e//evil.example",
                "/connexion?vers=/..//evil.example",
                "/connexion?vers=/%2e%2e//evil.example",
                "/a\\b",
                "/%5cevil.example",
                "//evil.example",
                "/;/evil.example"
            })
    void refusesACrookedAddressInSilence(String path, CapturedOutput output) throws IOException {
        var before = output.getAll().length();
        var answer = ask("GET %s HTTP/1.1\r\n%s%s\r\n".formatted(path, HEADERS, cookie(people.withoutRole())));

        assertThat(answer.status()).doesNotContain(" 500");
        answer.first("Location").ifPresent(to -> assertThat(to).isEqualTo("/espace"));
        assertThat(output.getAll().substring(before)).doesNotContain("\tat ", "Exception");
    }

    private List<String> paths() {
        var ours = routes.all().stream()
                .filter(route -> route.method().equals("GET"))
                .map(route -> neighbourhood.address(route.pattern()));
        var others = Stream.of(
                "/webjars",
                "/webjars/",
                "/webjars/picocss__pico",
                "/META-INF",
                "/WEB-INF",
                "/connexion/",
                "/login",
                "/logout",
                "/connexion?vers=/evenements",
                "/error",
                "/nulle-part");
        return Stream.concat(ours, others)
                .filter(path -> !path.contains("{"))
                .distinct()
                .toList();
    }

    private static String cookie(SignedIn person) {
        return "Cookie: %s=%s\r\n".formatted(TestPeople.COOKIE, person.cookie());
    }

    private Answer ask(String request) throws IOException {
        return ask(InetAddress.getLoopbackAddress(), request);
    }

    private Answer ask(InetAddress address, String request) throws IOException {
        try (var socket = new Socket(address, port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return Answer.of(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Optional<InetAddress> anAddressThatIsNotLoopback() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst();
    }
}
