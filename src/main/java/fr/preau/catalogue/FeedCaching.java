package fr.preau.catalogue;

import fr.preau.web.KeptPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// What anyone may read is not sent twice: pages without a form are asked again with their mark (ETag), feeds are kept
/// five minutes. A signed-in person's pages are never kept.
@Configuration(proxyBeanMethods = false)
class FeedCaching implements WebMvcConfigurer {
    private static final String[] PAGES = {
        "/", "/evenements", "/evenements/{id}", "/territoires", "/territoires/{key}", "/api"
    };
    private static final String[] FEEDS = {
        "/evenements.ics",
        "/evenements.atom",
        "/evenements.csv",
        "/evenements/schema.json",
        "/evenements/{id}.ics",
        "/evenements/{id}/seances/{session}.ics",
        "/territoires/{key}.ics",
        "/api/**"
    };

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> marks() {
        ShallowEtagHeaderFilter filter = new ShallowEtagHeaderFilter() {
            @Override
            protected boolean shouldNotFilter(HttpServletRequest request) {
                return !"GET".equals(request.getMethod());
            }
        };
        // A strong mark would keep the server from compressing.
        filter.setWriteWeakETag(true);
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(
                "/",
                "/evenements",
                "/evenements/*",
                "/evenements.ics",
                "/evenements.atom",
                "/territoires",
                "/territoires/*",
                "/api",
                "/api/*");
        return registration;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors
                .addInterceptor(new Keeping("public, max-age=0, must-revalidate"))
                .addPathPatterns(PAGES)
                .excludePathPatterns(FEEDS);
        interceptors.addInterceptor(new Keeping("public, max-age=300")).addPathPatterns(FEEDS);
    }

    private record Keeping(String words) implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (request.getUserPrincipal() == null) {
                response.setHeader("Cache-Control", words);
                KeptPages.allow(request);
            }
            response.addHeader("Vary", "Cookie");
            return true;
        }
    }
}
