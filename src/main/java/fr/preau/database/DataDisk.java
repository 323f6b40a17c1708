package fr.preau.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.application.DiskSpaceHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/// Health looks at the disk that fills: the one with the data, which need not be the one Préau was started from.
@Configuration(proxyBeanMethods = false)
class DataDisk {
    /// PostgreSQL's journal needs as much before it needs any for data; a start with less is refused.
    static final DataSize LEAST = DataSize.ofMegabytes(200);

    @Bean
    HealthIndicator diskSpaceHealthIndicator(@Value("${preau.data}") Path data) {
        return new DiskSpaceHealthIndicator(nearest(data).toFile(), LEAST);
    }

    /// The folder itself, or where it would be made: beside an external database there is none.
    private static Path nearest(Path folder) {
        return Stream.iterate(folder.toAbsolutePath().normalize(), Objects::nonNull, Path::getParent)
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(Path.of("/"));
    }
}
