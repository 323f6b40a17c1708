package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.account.TestPeople;
import java.io.IOException;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What is refused before any controller is still answered in French, by a page of ours, and says nothing of what runs
/// behind.
@PreauTest
class RefusalTests {
    @Autowired
    private TestPeople people;

    @LocalServerPort
    private int port;

    @SuppressWarnings("NullAway.Init")
    private Wire wire;

    @BeforeEach
    void signIn() throws IOException, InterruptedException {
        wire = Wire.as(people.withoutRole(), port);
    }

    @AfterEach
    void signOut() {
        wire.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nulle-part",
                "/espace/nulle-part",
                "/evenements/abc",
                "/evenements/",
                "/preau.css/x",
                "/api/nulle-part"
            })
    void saysThatAnAddressIsUnknown(String address) throws IOException, InterruptedException {
        var answer = wire.get(address);

        assertThat(answer.statusCode()).isEqualTo(404);
        if (!address.startsWith("/api/")) {
            assertThat(Jsoup.parse(answer.body()).select("h1").text()).isEqualTo("Page introuvable");
        }
    }

    @Test
    void refusesAFormWithoutItsToken() throws IOException {
        var answer = wire.raw(
                "POST /connexion HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 403").contains("<html lang=\"fr\">", "Préau");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"})
    void refusesMethodsThatPagesDoNotHave(String method) throws IOException, InterruptedException {
        for (var address : new String[] {"/", "/evenements", "/accessibilite", "/connexion", "/espace"}) {
            assertThat(wire.raw("%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
                            .formatted(method, address)))
                    .as(address)
                    .matches("(?s)HTTP/1.1 (200|204|30.|40.|501).*")
                    .doesNotContain("Apache Tomcat");
        }
    }

    @Test
    void answersHeadAsGetWithoutABody() throws IOException, InterruptedException {
        for (var address : new String[] {"/accessibilite", "/evenements", "/espace"}) {
            var head = wire.method("HEAD", address);

            assertThat(head.statusCode()).as(address).isEqualTo(200);
            assertThat(head.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1",
                "GET /evenements?q=%zz HTTP/1.1",
                "GET /evenements?q=%E0%A4 HTTP/1.1",
                "GET /%00 HTTP/1.1",
                "GET /evenements;jsessionid=x HTTP/1.1",
                "GET //evenements HTTP/1.1",
                "GET /./evenements/../../etc/passwd HTTP/1.1",
                "GET /evenements?q=<script> HTTP/1.1",
                "GET /evenements?a[b]=c HTTP/1.1",
                "ABC / HTTP/1.1",
                "GET / HTTP/9.9",
                "nonsense"
            })
    void refusesMalformedRequests(String line) throws IOException {
        assertSaysLittle(wire.raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SESSION=%%%",
                "SESSION=",
                "SESSION=AAAA; SESSION=BBBB",
                "SESSION=\u0001\u0002",
                "REDIRECT_URI=!!!",
                "REDIRECT_URI=aHR0cDovL2V2aWw=",
                "REDIRECT_URI=AAAA",
                "XSRF-TOKEN=x; =y; z",
                "preau-notice=%zz",
                "preau-notice=%3Cscript%3E",
                "a\"b\\c=,;;"
            })
    void readsMalformedCookiesAsNone(String cookie) throws IOException {
        for (var address : new String[] {"/accessibilite", "/connexion", "/espace"}) {
            assertSaysLittle(wire.raw("GET %s HTTP/1.1\r\nHost: localhost\r\nCookie: %s\r\nConnection: close\r\n\r\n"
                    .formatted(address, cookie)));
        }
    }

    @Test
    void refusesWhatIsTooLong() throws IOException {
        assertSaysLittle(wire.raw("GET /evenements?q=%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                .formatted("x".repeat(6000))));
        assertSaysLittle(
                wire.raw("GET /accessibilite HTTP/1.1\r\nHost: localhost\r\nX-Long: %s\r\nConnection: close\r\n\r\n"
                        .formatted("x".repeat(7000))));
        assertSaysLittle(wire.raw("GET /evenements?%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                .formatted("a=1&".repeat(1500))));
    }

    private static void assertSaysLittle(String answer) {
        assertThat(answer)
                .as(answer.lines().findFirst().orElse(""))
                .matches("(?s)HTTP/1.1 (200|30.|4..|505).*")
                .doesNotContain("Apache Tomcat", "Exception", "\tat ");
    }
}
