package fr.preau.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.HandlerInterceptor;

/// What may be kept of pages anyone may read, as `Cache-Control` says it, and whether a crowd may be shown them again
/// ([KeptPages]). A signed-in person's pages are never kept.
public record Keeping(String words, boolean crowd) implements HandlerInterceptor {
    public static final Keeping ANYWHERE = new Keeping("public, max-age=0, must-revalidate", true);
    public static final Keeping FIVE_MINUTES = new Keeping("public, max-age=300", true);
    /// By the reader's own browser alone, and asked again each time.
    public static final Keeping BY_THE_READER = new Keeping("private, no-cache", false);

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getUserPrincipal() == null) {
            response.setHeader("Cache-Control", words);
            if (crowd) {
                KeptPages.allow(request);
            }
        }
        response.addHeader("Vary", "Cookie");
        return true;
    }

    /// Marks (ETag) what is read at these addresses, so that nobody is sent twice what has not changed.
    public static FilterRegistrationBean<ShallowEtagHeaderFilter> marks(String... addresses) {
        ShallowEtagHeaderFilter filter = new ShallowEtagHeaderFilter() {
            @Override
            protected boolean shouldNotFilter(HttpServletRequest request) {
                return !"GET".equals(request.getMethod());
            }
        };
        // A strong mark would keep the server from compressing.
        filter.setWriteWeakETag(true);
        var registration = new FilterRegistrationBean<>(filter);
        registration.setName("marks of " + addresses[0]);
        registration.addUrlPatterns(addresses);
        return registration;
    }
}
