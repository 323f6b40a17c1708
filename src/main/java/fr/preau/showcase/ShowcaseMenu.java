package fr.preau.showcase;

import fr.preau.web.Link;
import fr.preau.web.Menu;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The gallery, which everyone may open.
@Component
@Order(20)
class ShowcaseMenu implements Menu {
    @Override
    public List<Link> linksFor(HttpServletRequest request) {
        return List.of(new Link("/trophees", "Trophées NSI"));
    }
}
