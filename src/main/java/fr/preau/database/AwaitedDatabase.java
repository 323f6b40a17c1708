package fr.preau.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Waits for the database before anything asks it: after a power cut the platform and its PostgreSQL come back together.
/// What waiting does not mend, and what is still not there after `preau.database.wait`, is said in one sentence
/// ([ConnectionRefusal]).
@Component
class AwaitedDatabase implements BeanPostProcessor {
    private static final Logger log = LoggerFactory.getLogger(AwaitedDatabase.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    /// The versions the tests run on, or whose notes of release were read.
    static final int OLDEST = 15;
    static final int NEWEST = 18;

    private final Environment settings;

    AwaitedDatabase(Environment settings) {
        this.settings = settings;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource source
                && settings.getProperty("preau.database.use", DatabaseUse.class, DatabaseUse.SERVE)
                        != DatabaseUse.NONE) {
            await(source);
        }
        return bean;
    }

    private void await(HikariDataSource source) {
        var patience = settings.getProperty("preau.database.wait", Duration.class, Duration.ofMinutes(1));
        var end = System.nanoTime() + patience.toNanos();
        for (var tries = 0; !answers(source, System.nanoTime() >= end); tries++) {
            if (tries == 0) {
                System.err.println("Le serveur PostgreSQL %s ne répond pas encore : Préau l'attend (%d s au plus)."
                        .formatted(DatabaseName.withoutSecrets(source.getJdbcUrl()), patience.toSeconds()));
            }
            pause();
        }
    }

    private static boolean answers(HikariDataSource source, boolean last) {
        try (var connection = DriverManager.getConnection(source.getJdbcUrl(), properties(source))) {
            refuseOldVersion(connection);
            return true;
        } catch (SQLException problem) {
            var refusal = new ConnectionRefusal(problem, source.getJdbcUrl());
            if (refusal.passes() && !last) {
                return false;
            }
            throw new DatabaseUnavailable(refusal.french(), problem);
        }
    }

    private static void refuseOldVersion(Connection connection) throws SQLException {
        var version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST) {
            throw new DatabaseUnavailable(
                    "Ce serveur PostgreSQL est en version %d : Préau demande une version de %d à %d."
                            .formatted(version, OLDEST, NEWEST));
        }
        if (version > NEWEST) {
            log.warn("PostgreSQL {} is newer than the versions this one was tried on, {} to {}", version, OLDEST, NEWEST);
        }
    }

    private static Properties properties(HikariDataSource source) {
        var properties = new Properties();
        properties.putAll(source.getDataSourceProperties());
        if (source.getUsername() != null) {
            properties.setProperty("user", source.getUsername());
        }
        if (source.getPassword() != null) {
            properties.setProperty("password", source.getPassword());
        }
        return properties;
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_TRIES);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Le démarrage a été interrompu.", interrupted);
        }
    }
}
