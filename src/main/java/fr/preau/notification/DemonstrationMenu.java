package fr.preau.notification;

import fr.preau.web.Link;
import fr.preau.web.Menu;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// In the demonstration, everybody's mail is one click away.
@Component
@Profile("demonstration")
@Order(900)
class DemonstrationMenu implements Menu {
    @Override
    public List<Link> linksFor(HttpServletRequest request) {
        return List.of(new Link("/demonstration/courriers", "Courriers"));
    }
}
