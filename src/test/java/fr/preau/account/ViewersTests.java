package fr.preau.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.territory.Territories;
import fr.preau.territory.Uai;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;

@PreauTest
class ViewersTests {
    @Autowired
    private Viewers viewers;

    @Autowired
    private TestPeople people;

    @Autowired
    private Territories territories;

    @LocalServerPort
    private int port;

    @Test
    void readsEveryRoleOfASignedInPerson() {
        var ariege = territories.departement("09").orElseThrow();
        var organisation = people.organisation("Ariège code").id();
        var school = new Uai("0090013R");
        var held = new Role[] {
            new Role.Pilot(),
            new Role.Coordinator(ariege.academie()),
            new Role.SchoolHead(school),
            new Role.Teacher(school),
            new Role.Member(organisation)
        };
        var person = people.with(held);

        var viewer = viewers.of(requestOf(person));

        assertThat(viewer.roles()).containsExactlyInAnyOrder(held);
        assertThat(viewer.mail()).isEqualTo(person.mail());
        assertThat(viewer.name()).isEqualTo(person.name());
    }

    @Test
    void knowsNothingOfAVisitor() {
        assertThat(viewers.of(new MockHttpServletRequest())).isEqualTo(Viewer.ANYONE);
    }

    @Test
    void remembersASessionOverHttp() throws IOException, InterruptedException {
        var person = people.withoutRole();
        try (var client = HttpClient.newHttpClient()) {
            var page = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:%d/accessibilite".formatted(port)))
                            .header("Cookie", TestPeople.COOKIE + "=" + person.cookie())
                            .build(),
                    BodyHandlers.ofString());

            assertThat(page.body()).contains("Se déconnecter");
        }
    }

    private static MockHttpServletRequest requestOf(SignedIn person) {
        var request = new MockHttpServletRequest();
        request.setUserPrincipal(TestPeople.authentication(new Person(person.id(), person.mail(), person.name())));
        return request;
    }
}
