package fr.preau.event;

import fr.preau.account.Viewers;
import fr.preau.web.Link;
import fr.preau.web.Menu;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Order(40)
class EventMenu implements Menu {
    private final Viewers viewers;

    EventMenu(Viewers viewers) {
        this.viewers = viewers;
    }

    @Override
    public List<Link> linksFor(HttpServletRequest request) {
        var viewer = viewers.of(request);
        var links = new ArrayList<Link>();
        if (!viewer.organisations().isEmpty()) {
            links.add(new Link("/espace/evenements", "Mes événements"));
        }
        if (viewer.isPilot() || viewer.isCoordinator()) {
            links.add(new Link("/espace/moderation", "Modération"));
        }
        return links;
    }
}
