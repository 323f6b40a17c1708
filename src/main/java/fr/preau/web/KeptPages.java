package fr.preau.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// In a crowd, shows a public page as it was a few seconds ago instead of writing it again, before anyone waits for a
/// turn ([AdmissionFilter]): the catalogue stays readable while seats are fought for. Without a crowd every page is
/// written anew, seats left exact.
///
/// A page is kept only when it says so ([#allow]), is whole (200) and carries no cookie; it is shown only to visitors
/// without cookies of ours. The seats it shows are for display: the counter alone decides.
@Component
@Order(AdmissionFilter.ORDER - 1)
public class KeptPages extends OncePerRequestFilter {
    private static final String ALLOWED = KeptPages.class.getName();

    /// What makes a page differ, beside its address: a part of it is asked for by a script.
    private static final String[] VARYING = {"HX-Request", "HX-History-Restore-Request"};
    /// Of forms and of the waiting room: no page that may be kept looks at them.
    private static final Set<String> HARMLESS_COOKIES = Set.of("XSRF-TOKEN", "preau-place");

    private final Admission admission;
    private final KeptStore store;

    @Autowired
    KeptPages(Admission admission, AdmissionSettings settings) {
        this(admission, new KeptStore(settings.keep(), System::nanoTime));
    }

    KeptPages(Admission admission, KeptStore store) {
        this.admission = admission;
        this.store = store;
    }

    /// Said by whoever answers this request: any visitor may be shown the same page for some seconds.
    public static void allow(HttpServletRequest request) {
        request.setAttribute(ALLOWED, true);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"GET".equals(request.getMethod()) || !admission.isBusy() || isSomeones(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = key(request);
        var kept = store.find(key);
        if (kept != null) {
            kept.show(request, response);
            return;
        }
        var copy = new ContentCachingResponseWrapper(response);
        chain.doFilter(new Unconditional(request), copy);
        var page = page(request, copy);
        if (page == null) {
            copy.copyBodyToResponse();
        } else {
            store.keep(key, page);
            response.resetBuffer();
            page.show(request, response);
        }
    }

    private static @Nullable KeptPage page(HttpServletRequest request, ContentCachingResponseWrapper answer) {
        return request.getAttribute(ALLOWED) != null
                        && answer.getStatus() == 200
                        && answer.getHeader("Set-Cookie") == null
                ? KeptPage.of(answer)
                : null;
    }

    private static boolean isSomeones(HttpServletRequest request) {
        var cookies = request.getCookies();
        return request.getHeader("Authorization") != null
                || (cookies != null
                        && Arrays.stream(cookies)
                                .map(Cookie::getName)
                                .anyMatch(name -> !HARMLESS_COOKIES.contains(name)));
    }

    private static String key(HttpServletRequest request) {
        var key = new StringBuilder(request.getRequestURI());
        if (request.getQueryString() != null) {
            key.append('?').append(request.getQueryString());
        }
        Stream.of(VARYING)
                .map(request::getHeader)
                .forEach(value -> key.append('\n').append(value != null));
        return key.toString();
    }

    /// Asks for the whole page: what the visitor already has is compared here.
    private static final class Unconditional extends HttpServletRequestWrapper {
        Unconditional(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isCondition(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isCondition(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        private static boolean isCondition(String name) {
            return name.equalsIgnoreCase("If-None-Match") || name.equalsIgnoreCase("If-Modified-Since");
        }
    }
}
