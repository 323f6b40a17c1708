package fr.preau.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/// The links a module adds to the head of every page. Each module knows which of its pages a visitor may open, so each
/// gives its own; they stand in the order of their [Order].
@FunctionalInterface
public interface Menu {
    List<Link> linksFor(HttpServletRequest request);
}
