package fr.preau.consultation;

import fr.preau.web.Link;
import java.util.List;

/// What modules above add to a session on its coordinator's desk: reports. In the order of their `@Order`.
@FunctionalInterface
public interface SessionLinks {
    List<Link> linksFor(Session session);
}
