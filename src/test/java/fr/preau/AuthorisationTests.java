package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.preau.AuthorisationTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Every route × every role × home or next door, against the table `authorisation.txt`. A route the table does not name
/// fails the build, and so does a row that names no route.
@PreauTest
class AuthorisationTests {
    private static final List<Row> TABLE = AuthorisationTable.read();

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Routes routes;

    @Autowired
    private Neighbourhood neighbourhood;

    @Test
    void theTableNamesEveryRouteAndNoOther() {
        assertThat(TABLE.stream().filter(row -> !row.filtered()).map(Row::name))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        routes.all().stream().map(Routes.Route::name).distinct().toList());
    }

    @Test
    void whatNeedsNoSignInSaysSo() {
        assertThat(TABLE)
                .filteredOn(row -> !row.pattern().startsWith("/espace"))
                .allMatch(row -> row.keyed() || row.allowed().contains(Who.ANYONE));
        assertThat(TABLE)
                .filteredOn(row -> row.pattern().startsWith("/espace"))
                .noneMatch(row -> row.keyed() || row.allowed().contains(Who.ANYONE));
    }

    @TestFactory
    Stream<DynamicTest> letsInThoseOfTheTableOnly() {
        return TABLE.stream()
                .filter(row -> !row.filtered())
                .map(row -> DynamicTest.dynamicTest(
                        row.name(),
                        () -> assertThat(knocked(row)).as(row.name()).isEmpty()));
    }

    /// What is there is made anew once a form was let in: it may have changed it. Those refused, and those who only
    /// read, leave it as it was.
    private List<String> knocked(Row row) {
        var complaints = new ArrayList<String>();
        var address = neighbourhood.address(row.pattern());
        for (var who : Who.values()) {
            var answer = knock(row, who, address);
            complaint(row, who, answer).ifPresent(complaints::add);
            if (row.method().equals("POST") && found(row, answer).equals("allowed")) {
                address = neighbourhood.address(row.pattern());
            }
        }
        return complaints;
    }

    private MockHttpServletResponse knock(Row row, Who who, String address) {
        var request = mvc.method(HttpMethod.valueOf(row.method())).uri(address);
        var person = row.leaving() ? neighbourhood.newcomer(who) : neighbourhood.person(who);
        if (person != null) {
            request = request.with(person);
        }
        return request.params(neighbourhood.fields(row.fields()))
                .with(csrf())
                .exchange()
                .getResponse();
    }

    private static Optional<String> complaint(Row row, Who who, MockHttpServletResponse answer) {
        var expected = expected(row, who);
        var found = found(row, answer);
        return expected.equals(found)
                ? Optional.empty()
                : Optional.of("%s: %s, not %s (%d)".formatted(who.word(), found, expected, answer.getStatus()));
    }

    private static String expected(Row row, Who who) {
        if (row.keyed()) {
            return "unknown";
        }
        if (row.allowed().contains(who)) {
            return row.absent() ? "unknown" : "allowed";
        }
        return who == Who.ANYONE ? "asked to sign in" : "refused";
    }

    /// A form left empty is refused by its rules (422), after the question of who may send it: that is being let in.
    private static String found(Row row, MockHttpServletResponse answer) {
        var target = answer.getRedirectedUrl();
        return switch (answer.getStatus()) {
            case 401, 403 -> "refused";
            case 404 -> "unknown";
            case 301, 302, 303 -> target != null && asksToSignIn(row, target) ? "asked to sign in" : "allowed";
            case 200, 204, 400, 406, 409, 410, 422, 429 -> "allowed";
            default -> "broken";
        };
    }

    private static boolean asksToSignIn(Row row, String target) {
        return row.pattern().startsWith("/espace") && target.matches("(https?://[^/]+)?/connexion(\\?.*)?");
    }
}
