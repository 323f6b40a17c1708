package fr.preau.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Stands before everything that costs: sessions, security, the database. What comes beyond [Admission] is told to come
/// back (429), and so is everyone while the database is away (503).
///
/// A form is received whole before its turn is asked for: someone who sends it one byte at a time keeps a connection
/// and nothing else.
@Component
@Order(AdmissionFilter.ORDER)
class AdmissionFilter extends OncePerRequestFilter {
    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    private final Admission admission;
    private final BusyPage busy;

    AdmissionFilter(Admission admission, BusyPage busy) {
        this.admission = admission;
        this.busy = busy;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var budget = admission.of(request.getMethod(), request.getRequestURI());
        if (budget == null) {
            chain.doFilter(request, response);
            return;
        }
        receive(request);
        if (!entered(budget)) {
            admission.refused();
            busy.answer(429, request, response);
            return;
        }
        try {
            serve(request, response, chain);
        } finally {
            budget.leave();
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException problem) {
            if (!DatabaseAway.causes(problem) || (response.isCommitted() && !WholeAnswer.isGivenTo(request))) {
                throw problem;
            }
            DatabaseAway.log(problem);
            if (!response.isCommitted()) {
                response.reset();
                busy.answer(503, request, response);
            }
        }
    }

    private static boolean entered(Budget budget) {
        try {
            return budget.enter();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Asking for a parameter makes the container read the body to its end. One that cannot be read is refused later,
    /// by whoever needs it, with its own sentence.
    private static void receive(HttpServletRequest request) {
        if (request.getContentType() != null) {
            try {
                request.getParameter("jeton");
            } catch (RuntimeException _) {
                // See above.
            }
        }
    }
}
