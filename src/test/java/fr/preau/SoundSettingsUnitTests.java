package fr.preau;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.web.WrongSetting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.mock.env.MockEnvironment;

class SoundSettingsUnitTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    server.servlet.context-path | /semaine
                    spring.mvc.servlet.path | /semaine
                    preau.address | preau.example.org
                    preau.address | ftp://preau.example.org
                    preau.address | https://preau.example.org/semaine
                    preau.address | https://preau.example.org/?a=b
                    preau.address | https://preau.example.org#haut
                    preau.address | https://ada:secret@preau.example.org
                    preau.address | https://
                    preau.address | https://preau example.org
                    preau.mail.from | personne
                    preau.mail.from | Préau <personne>
                    preau.mail.from | a@example.org, b@example.org
                    preau.operator.mail | contact
                    preau.operator.mail | Nous <contact@example.org>
                    preau.operator.data-protection-officer.contact | 05 00 00 00 00
                    preau.operator.data-protection-officer.contact | javascript:alert(1)
                    preau.operator.accessibility-contact | http:///page
                    preau.pilots | ada@example.org,grace
                    preau.trusted-proxies | proxy.example.org
                    preau.trusted-proxies | 10.0.0.0/33
                    preau.trusted-proxies | 10\\.0\\..*
                    preau.trusted-proxies | 10.0.0.1,,10.0.0.2
                    preau.trusted-proxies[0] | 10.0.0.1
                    """)
    void refusesInOneSentenceThatNamesTheSetting(String name, String value) {
        assertThatThrownBy(() -> started(name, value))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith(
                        "Le réglage %s ne peut pas valoir « %s » : ".formatted(name.replace("[0]", ""), value))
                .hasMessageEndingWith(".");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    server.servlet.context-path | ''
                    server.servlet.context-path | /
                    preau.address | https://preau.example.org
                    preau.address | https://preau.example.org/
                    preau.address | http://localhost:8080
                    preau.address | http://[::1]:8080
                    preau.mail.from | ne-pas-repondre@example.org
                    preau.mail.from | Préau <ne-pas-repondre@example.org>
                    preau.operator.mail | contact@example.org
                    preau.operator.data-protection-officer.contact | https://example.org/dpo
                    preau.pilots | ada@example.org, grace@example.org
                    preau.trusted-proxies | 127.0.0.0/8, ::1
                    preau.trusted-proxies | 10.0.0.5,fd00::/8
                    """)
    void letsTheOthersBe(String name, String value) {
        assertThatCode(() -> started(name, value)).doesNotThrowAnyException();
    }

    private static void started(String name, String value) {
        new SoundSettings()
                .onApplicationEvent(new ApplicationEnvironmentPreparedEvent(
                        new DefaultBootstrapContext(),
                        new SpringApplication(),
                        new String[0],
                        new MockEnvironment().withProperty(name, value)));
    }
}
