package fr.preau.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.web.NotFound;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// The page of the demonstration profile, stood up by hand: the platform under test does not have it.
@PreauTest
class DemonstrationSignInTests {
    @Autowired
    private Accounts accounts;

    @Autowired
    private RoleRepository held;

    @Autowired
    private Roles names;

    @Autowired
    private Entrance entrance;

    @Autowired
    private TestPeople people;

    private MockMvcTester page;

    @BeforeEach
    void standUp() {
        page = MockMvcTester.of(new DemonstrationSignIn(accounts, held, names, entrance));
    }

    @Test
    void entersAsSomeoneMadeUp() {
        var made = accounts.createForDemonstration(
                new MailAddress("made-%s@example.org".formatted(UUID.randomUUID())), "Nina Nouvelle");

        var answer = page.post()
                .uri("/demonstration/connexion")
                .param("personne", made.id().value().toString())
                .exchange();

        assertThat(answer).hasStatus(302).hasRedirectedUrl("/espace");
        var session = Objects.requireNonNull(answer.getRequest().getSession(false));
        var context = (SecurityContext) Objects.requireNonNull(session.getAttribute("SPRING_SECURITY_CONTEXT"));
        assertThat(Objects.requireNonNull(context.getAuthentication()).getName())
                .isEqualTo("Nina Nouvelle");
    }

    @Test
    void refusesToEnterAsSomeoneReal() {
        var answer = page.post()
                .uri("/demonstration/connexion")
                .param("personne", people.withoutRole().id().value().toString())
                .exchange();

        assertThat(answer).hasFailed().failure().hasCauseInstanceOf(NotFound.class);
    }
}
