package fr.preau.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Remembers that a request was answered to its end. Spring Session keeps a session before the first byte leaves, and
/// once more afterwards: a database that goes away in between takes nothing from someone who has the whole answer.
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER + 1)
class WholeAnswer extends OncePerRequestFilter {
    private static final String GIVEN = WholeAnswer.class.getName();

    static boolean isGivenTo(HttpServletRequest request) {
        return request.getAttribute(GIVEN) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (response.isCommitted()) {
            request.setAttribute(GIVEN, true);
        }
    }
}
