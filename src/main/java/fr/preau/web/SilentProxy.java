package fr.preau.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Says once that the proxy in front does not tell whom it speaks for: the whole country is then one network, and
/// shares what one network may ask for. It shows by visitors who ask for a name of the Internet from this very machine.
@Component
class SilentProxy extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(SilentProxy.class);

    private final AtomicBoolean said = new AtomicBoolean();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!said.get() && isSilent(request) && said.compareAndSet(false, true)) {
            LOG.warn(
                    "Visitors come from this machine itself: the proxy does not send X-Forwarded-For, and all of them share what one network may ask for (preau.rations, preau.sign-in).");
        }
        chain.doFilter(request, response);
    }

    static boolean isSilent(HttpServletRequest request) {
        return isLoopback(request.getRemoteAddr()) && !isHere(request.getServerName());
    }

    private static boolean isHere(String name) {
        return name.equals("localhost") || name.endsWith(".localhost") || isLoopback(name);
    }

    private static boolean isLoopback(String literal) {
        try {
            return InetAddress.ofLiteral(literal.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
