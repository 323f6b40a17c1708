package fr.preau.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class SilentProxyUnitTests {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, semaine.example.fr, true",
        "::1, semaine.example.fr, true",
        "198.51.100.5, semaine.example.fr, false",
        "127.0.0.1, localhost, false",
        "127.0.0.1, 127.0.0.1, false",
        "::1, [::1], false"
    })
    void isKnownByVisitorsOfThisMachineWhoAskForAnotherName(String from, String name, boolean silent) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(from);
        request.setServerName(name);

        assertThat(SilentProxy.isSilent(request)).isEqualTo(silent);
    }
}
