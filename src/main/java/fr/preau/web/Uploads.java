package fr.preau.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/// The routes that take files, and how many files arrive at once.
@Component
class Uploads {
    private final List<UploadRoute> routes;
    private final Semaphore places;

    Uploads(List<UploadRoute> routes, BodySettings settings) {
        this.routes = routes;
        this.places = new Semaphore(settings.uploads());
    }

    boolean takes(HttpServletRequest request) {
        return route(request).isPresent();
    }

    Optional<UploadRoute> route(HttpServletRequest request) {
        return UploadRoute.isMultipart(request)
                ? routes.stream().filter(route -> route.takes(request)).findFirst()
                : Optional.empty();
    }

    /// Takes the whole file in, without holding the place that a form would need.
    void receive(HttpServletRequest request) {
        if (!places.tryAcquire()) {
            throw new Turn.Lost();
        }
        try {
            Turn.without(request, () -> AdmissionFilter.receive(request));
        } finally {
            places.release();
        }
    }
}
