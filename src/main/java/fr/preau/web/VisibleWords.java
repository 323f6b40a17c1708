package fr.preau.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Whatever form it comes from, what is typed is what is seen: [Typed#visible] for every parameter, so that no form can
/// forget it.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class VisibleWords extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Seen(request), response);
    }

    /// Reads nothing before it is asked for a parameter.
    private static final class Seen extends HttpServletRequestWrapper {
        private Seen(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            var value = super.getParameter(name);
            return value == null ? null : Typed.visible(value);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            var values = super.getParameterValues(name);
            return values == null ? null : seen(values);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            var all = new LinkedHashMap<String, String[]>();
            super.getParameterMap().forEach((name, values) -> all.put(name, seen(values)));
            return all;
        }

        private static String[] seen(String[] values) {
            return Arrays.stream(values).map(Typed::visible).toArray(String[]::new);
        }
    }
}
