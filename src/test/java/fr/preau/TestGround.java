package fr.preau;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.preau.database.DatabaseClock;
import fr.preau.database.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistrar;

/// What stands around the platform in tests: an embedded PostgreSQL of its own, GreenMail, and a clock.
@TestConfiguration(proxyBeanMethods = false)
class TestGround {
    /// Durability is not what these tests look at; without it they are quicker.
    @Bean
    EmbeddedPostgres testDatabase() throws IOException {
        var parent = Files.createDirectories(Path.of("target", "test-data"));
        return EmbeddedPostgres.start(
                Files.createTempDirectory(parent, "run"),
                Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off"));
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    GreenMail greenMail() {
        return new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    @Bean
    DynamicPropertyRegistrar mailProperties(GreenMail mail) {
        return properties -> {
            properties.add("spring.mail.host", () -> "127.0.0.1");
            properties.add("spring.mail.port", () -> mail.getSmtp().getPort());
        };
    }

    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock();
    }

    /// Mail follows the clock that tests set; the timetable keeps the real one.
    @Bean
    @Primary
    DatabaseClock settableDatabaseClock(SettableClock clock) {
        return clock::instant;
    }
}
