package fr.preau.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationUnitTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/.//evil.example",
                "/..//evil.example",
                "/./evil.example",
                "/a/../b",
                "/a/..",
                "/a/.",
                "/%2e%2e//evil.example",
                "/a/%2E%2e/b",
                "/a/.%2e/b",
                "/a//b",
                "/;x//evil.example",
                "/;/evil.example",
                "/..;x/evil.example",
                "/\\evil.example",
                "/a\\b",
                "/%5cevil.example",
                "/a%5Cb",
                "/%2f/evil.example",
                "/%2Fevil.example",
                "/%252fevil.example",
                "/a\tb",
                "/a%00",
                "https://evil.example",
                "evil.example",
                "",
                "/connexion?vers=/espace",
                "/deconnexion"
            })
    void isOneOfOurPages(String asked) {
        assertThat(Destination.of(asked)).isEqualTo("/espace");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/espace/organisations?page=2",
                "/evenements?q=//a/../b&lieu=%5C",
                "/evenements/1.ics",
                "/a.b/c..d/",
                "/espace/%C3%A9t%C3%A9#haut"
            })
    void isThePageAskedFor(String asked) {
        assertThat(Destination.of(asked)).isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example/espace/roles", "https://localhost/espace/roles"})
    void forgetsTheHostOfAWholeAddress(String address) {
        assertThat(Destination.ofAddress(address)).isEqualTo("/espace/roles");
    }
}
