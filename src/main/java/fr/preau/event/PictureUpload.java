package fr.preau.event;

import fr.preau.web.UploadRoute;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The image of an event is a file: its form may be larger than others.
@Configuration(proxyBeanMethods = false)
class PictureUpload {
    @Bean
    UploadRoute eventPicture() {
        return UploadRoute.ofAPicture("/espace/evenements/*/image");
    }
}
