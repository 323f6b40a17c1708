package fr.preau.catalogue;

import fr.preau.web.Link;
import fr.preau.web.Menu;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What everyone may open.
@Component
@Order(10)
class CatalogueMenu implements Menu {
    @Override
    public List<Link> linksFor(HttpServletRequest request) {
        return List.of(new Link("/evenements", "Événements"), new Link("/territoires", "Territoires"));
    }
}
