package fr.preau.account;

import fr.preau.web.Link;
import fr.preau.web.Menu;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// « Mon espace », for whoever is signed in.
@Component
@Order(100)
class SpaceMenu implements Menu {
    @Override
    public List<Link> linksFor(HttpServletRequest request) {
        return request.getUserPrincipal() == null ? List.of() : List.of(new Link("/espace", "Mon espace"));
    }
}
