package fr.preau.territory;

import fr.preau.web.UploadRoute;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// National files are large: the directory of schools is 37 MB, and grows.
@Configuration(proxyBeanMethods = false)
class ImportUploads {
    private static final long LARGEST = 200L * 1024 * 1024;
    private static final Duration WITHIN = Duration.ofMinutes(20);

    @Bean
    UploadRoute schoolsFile() {
        return UploadRoute.of(ImportKind.SCHOOLS.path(), LARGEST, WITHIN);
    }

    @Bean
    UploadRoute specialitiesFile() {
        return UploadRoute.of(ImportKind.SPECIALITIES.path(), LARGEST, WITHIN);
    }
}
