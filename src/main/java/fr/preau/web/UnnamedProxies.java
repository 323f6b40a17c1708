package fr.preau.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.catalina.Globals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Notices a proxy that nobody named: it says whom it speaks for and is not believed, so that everybody behind it
/// shares one ration and cookies travel as over plain HTTP. Said once an hour, without an address: the peer may be a
/// person who tries.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnnamedProxies extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(UnnamedProxies.class);
    private static final Duration SILENCE = Duration.ofHours(1);

    private final Clock clock;
    private final AtomicReference<Instant> lastSaid = new AtomicReference<>(Instant.MIN);

    UnnamedProxies(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (speaksForSomebody(request) && isAlone()) {
            log.warn(
                    "Des requêtes disent venir d'un intermédiaire qui n'est pas nommé : il n'est pas cru (réglage preau.trusted-proxies)");
        }
        chain.doFilter(request, response);
    }

    /// The server marks a request whose proxy it believed.
    private static boolean speaksForSomebody(HttpServletRequest request) {
        return request.getAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE) == null
                && (request.getHeader("X-Forwarded-For") != null || request.getHeader("X-Forwarded-Proto") != null);
    }

    private boolean isAlone() {
        var now = clock.instant();
        var last = lastSaid.get();
        return (last.equals(Instant.MIN) || !now.isBefore(last.plus(SILENCE))) && lastSaid.compareAndSet(last, now);
    }
}
