package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.mock.env.MockEnvironment;

class FreePortsUnitTests {
    @ParameterizedTest
    @ValueSource(strings = {"0", "-1"}) // any, and none: measures are not served
    void asksNothingOfAPortThatIsNoNumberOfOne(String port) {
        assertThatCode(() -> tried(port)).doesNotThrowAnyException();
    }

    @Test
    void refusesTheMeasuresPortOfAnotherServer() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> tried(String.valueOf(taken.getLocalPort())))
                    .isInstanceOfSatisfying(
                            PortInUseException.class,
                            refused -> assertThat(refused.getPort()).isEqualTo(taken.getLocalPort()));
        }
    }

    private static void tried(String port) {
        var settings = new MockEnvironment()
                .withProperty("management.server.port", port)
                .withProperty("management.server.address", "127.0.0.1");
        new FreePorts()
                .onApplicationEvent(new ApplicationEnvironmentPreparedEvent(
                        new DefaultBootstrapContext(), new SpringApplication(), new String[0], settings));
    }
}
