package fr.preau.web;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Binds every request's body before anything reads it ([BodyBound]), and says where files wait while they arrive.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BodySettings.class)
class BodyBounds {
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> boundBodies(BodySettings settings) {
        return server -> server.addEngineValves(new Binding(settings));
    }

    @Bean
    UploadFolder uploadFolder(@Value("${preau.data}") Path data) {
        return UploadFolder.in(data);
    }

    /// The container's own bound is the largest route's; each request's is [BodyBound].
    @Bean
    MultipartConfigElement multipartConfig(UploadFolder folder, List<UploadRoute> routes) {
        var most = routes.stream().mapToLong(UploadRoute::most).max().orElse(0);
        return new MultipartConfigElement(folder.path().toString(), most, most, 0);
    }

    private static final class Binding extends ValveBase {
        private final BodySettings settings;

        Binding(BodySettings settings) {
            super(true);
            this.settings = settings;
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            var bound = BodyBound.bind(request, settings, System::nanoTime);
            try {
                getNext().invoke(request, response);
            } finally {
                bound.release();
            }
        }
    }
}
