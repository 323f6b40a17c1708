package fr.preau.catalogue;

import fr.preau.web.Keeping;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
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
        return Keeping.marks(
                "/",
                "/evenements",
                "/evenements/*",
                "/evenements.ics",
                "/evenements.atom",
                "/territoires",
                "/territoires/*",
                "/api",
                "/api/*");
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(Keeping.ANYWHERE).addPathPatterns(PAGES).excludePathPatterns(FEEDS);
        interceptors.addInterceptor(Keeping.FIVE_MINUTES).addPathPatterns(FEEDS);
    }
}
