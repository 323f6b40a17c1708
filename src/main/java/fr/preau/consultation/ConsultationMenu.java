package fr.preau.consultation;

import fr.preau.web.Link;
import fr.preau.web.Menu;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Consultations, which everyone may read.
@Component
@Order(25)
class ConsultationMenu implements Menu {
    @Override
    public List<Link> linksFor(HttpServletRequest request) {
        return List.of(new Link("/consultations", "Consultations"));
    }
}
