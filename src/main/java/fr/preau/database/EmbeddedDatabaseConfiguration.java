package fr.preau.database;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// No `spring.datasource.url`: Préau brings its own PostgreSQL, kept in the folder `preau.data`. One that is not
/// absolute is in `preau.home`, for a command may be typed anywhere.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "absent")
class EmbeddedDatabaseConfiguration {
    @Bean
    @ConditionalOnMissingBean
    EmbeddedPostgres embeddedPostgres(
            @Value("${preau.data}") Path folder,
            @Value("${preau.home:}") String home,
            @Value("${preau.database.use:SERVE}") DatabaseUse use) {
        var data = Path.of(home).resolve(folder);
        return switch (use) {
            case SERVE, NONE -> EmbeddedPostgres.start(data, Map.of());
            case JOIN -> EmbeddedPostgres.join(data);
            case RESTORE -> EmbeddedPostgres.startOrAttach(data, Map.of());
        };
    }

    @Bean
    JdbcConnectionDetails embeddedConnection(EmbeddedPostgres server) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return server.username();
            }

            @Override
            public String getPassword() {
                return server.password();
            }

            @Override
            public String getJdbcUrl() {
                return server.jdbcUrl();
            }
        };
    }
}
