package fr.preau.consultation;

import fr.preau.web.Link;
import java.util.List;

/// What modules above add to a consultation's public page: contributions, syntheses. In the order of their `@Order`.
@FunctionalInterface
public interface ConsultationLinks {
    List<Link> linksFor(Consultation consultation);
}
