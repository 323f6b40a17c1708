package fr.preau.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.DeferredCsrfToken;
import org.springframework.security.web.csrf.InvalidCsrfTokenException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Receives a file once security has said that who sends it may open its route, aside from the places that others wait
/// for. It stands last in the chain of security: nobody else's file is read at all. The form's token arrives with the
/// file, so it is looked at here.
final class UploadFilter extends OncePerRequestFilter {
    private final Uploads uploads;
    private final CsrfTokenRequestHandler tokens;

    UploadFilter(Uploads uploads, CsrfTokenRequestHandler tokens) {
        this.uploads = uploads;
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var route = uploads.route(request);
        if (route.isPresent()) {
            var refused = receive(route.get(), request);
            if (refused != 0) {
                AdmissionFilter.refuse(refused, response);
                return;
            }
            checkToken(request);
        }
        chain.doFilter(request, response);
    }

    /// The status that refuses it; 0 when it is there.
    private int receive(UploadRoute route, HttpServletRequest request) {
        var bound = BodyBound.of(request);
        if (bound == null) {
            return 0;
        }
        bound.allow(route.most(), route.within());
        if (!bound.announcesTooMuch()) {
            uploads.receive(request);
        }
        return bound.refused();
    }

    private void checkToken(HttpServletRequest request) {
        var deferred = (DeferredCsrfToken) request.getAttribute(DeferredCsrfToken.class.getName());
        var expected = deferred.get();
        var sent = tokens.resolveCsrfTokenValue(request, expected);
        if (sent == null || !MessageDigest.isEqual(bytes(expected.getToken()), bytes(sent))) {
            throw new InvalidCsrfTokenException(expected, sent);
        }
    }

    private static byte[] bytes(String token) {
        return token.getBytes(StandardCharsets.UTF_8);
    }
}
