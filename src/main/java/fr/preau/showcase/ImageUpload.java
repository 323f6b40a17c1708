package fr.preau.showcase;

import fr.preau.web.UploadRoute;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// An image of a project is a file: its form may be larger than others.
@Configuration(proxyBeanMethods = false)
class ImageUpload {
    @Bean
    UploadRoute projectImage() {
        return UploadRoute.ofAPicture("/espace/trophees/*/images");
    }
}
