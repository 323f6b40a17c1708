package fr.preau.web;

import fr.preau.web.Lacking.Setting;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/// The settings an installation still lacks, all modules together. A demonstration lacks nothing: it is nobody's.
@Component
class Lacks {
    private final List<Setting> settings;
    private final ObjectProvider<Steering> steering;

    Lacks(ObjectProvider<Lacking> modules, ObjectProvider<Steering> steering, Environment environment) {
        this.steering = steering;
        this.settings = environment.acceptsProfiles(Profiles.of("demonstration"))
                ? List.of()
                : modules.orderedStream()
                        .flatMap(module -> module.lacking().stream())
                        .toList();
    }

    List<Setting> all() {
        return settings;
    }

    /// What this page says of them: everything to those who steer, in their own pages, nothing to anybody else.
    List<Setting> shownTo(HttpServletRequest request) {
        var theirs = !settings.isEmpty()
                && request.getUserPrincipal() != null
                && Page.pathOf(request).startsWith("/espace");
        return theirs && steering.stream().anyMatch(who -> who.steers(request)) ? settings : List.of();
    }
}
