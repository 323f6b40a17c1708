package fr.preau.web;

import jakarta.servlet.http.HttpServletRequest;

/// Whether the person of a request steers the platform: a pilot. `account` knows.
@FunctionalInterface
public interface Steering {
    boolean steers(HttpServletRequest request);
}
