package fr.preau.attendance;

import fr.preau.event.Events;
import fr.preau.registration.Held;
import fr.preau.registration.Registration;
import fr.preau.registration.Registrations;
import fr.preau.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// What the link of a registration opens here, for whoever holds it: the registration and the door it is for.
record Holder(Held held, Desk desk) {
    Registration registration() {
        return held.registration();
    }

    boolean stands() {
        return held.stands() && !desk.event().cancelled() && !desk.session().cancelled();
    }

    /// Finds it, and keeps its pages out of caches, search engines and other sites.
    @Component
    static class Finder {
        private final Registrations registrations;
        private final Events events;
        private final Desks desks;

        Finder(Registrations registrations, Events events, Desks desks) {
            this.registrations = registrations;
            this.events = events;
            this.desks = desks;
        }

        Holder find(String key, HttpServletResponse response) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("Referrer-Policy", "no-referrer");
            response.setHeader("X-Robots-Tag", "noindex, nofollow");
            return registrations
                    .held(key)
                    .flatMap(held -> events.find(held.registration().event())
                            .flatMap(event -> event.sessions().stream()
                                    .filter(one ->
                                            one.id().equals(held.registration().session()))
                                    .findFirst()
                                    .map(session -> new Holder(held, desks.of(event, session)))))
                    .orElseThrow(
                            new NotFound(
                                    "Ce lien n'ouvre aucune inscription. Vérifiez que l'adresse est entière, ou demandez un nouveau lien à la page « Retrouver mes inscriptions »."));
        }
    }
}
