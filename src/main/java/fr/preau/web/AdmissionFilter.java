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
/// and nothing else. A file is received later, once it is known who sends it ([UploadFilter]); nothing larger than a form
/// is read before.
@Component
@Order(AdmissionFilter.ORDER)
class AdmissionFilter extends OncePerRequestFilter {
    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    private final Admission admission;
    private final BusyPage busy;
    private final Uploads uploads;

    AdmissionFilter(Admission admission, BusyPage busy, Uploads uploads) {
        this.admission = admission;
        this.busy = busy;
        this.uploads = uploads;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var budget = admission.of(request.getMethod(), request.getRequestURI());
        if (budget == null) {
            chain.doFilter(request, response);
            return;
        }
        var refused = uploads.takes(request) ? 0 : received(request);
        if (refused != 0) {
            refuse(refused, response);
            return;
        }
        var turn = Turn.enter(budget, request);
        if (turn == null) {
            tooMany(request, response);
            return;
        }
        try {
            serve(request, response, chain);
        } finally {
            turn.leave();
        }
    }

    private void tooMany(HttpServletRequest request, HttpServletResponse response) throws IOException {
        admission.refused();
        busy.answer(429, request, response);
    }

    private void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException problem) {
            if (Turn.isLost(problem) && !response.isCommitted()) {
                response.reset();
                tooMany(request, response);
                return;
            }
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

    /// The container may have answered who went away in the middle.
    static void refuse(int status, HttpServletResponse response) throws IOException {
        if (!response.isCommitted()) {
            response.sendError(status);
        }
    }

    /// The status that refuses a body; 0 when it is there, or there is none.
    private static int received(HttpServletRequest request) {
        var bound = BodyBound.of(request);
        if (bound == null || !bound.announcesTooMuch()) {
            receive(request);
        }
        return bound == null ? 0 : bound.refused();
    }

    /// Asking for a parameter makes the container read the body to its end. One that cannot be read is refused later,
    /// by whoever needs it, with its own sentence.
    static void receive(HttpServletRequest request) {
        if (request.getContentType() != null) {
            try {
                request.getParameter("jeton");
            } catch (RuntimeException _) {
                // See above.
            }
        }
    }
}
