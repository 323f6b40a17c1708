package fr.preau.showcase;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The gallery names pupils: only the reader's own browser may keep its pages, and it asks each time whether they still
/// hold (decision 17). No cache in between keeps anything.
@Configuration(proxyBeanMethods = false)
class GalleryCaching implements WebMvcConfigurer {
    static final String ASKED_EACH_TIME = "private, no-cache";

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> galleryMarks() {
        var filter = new ShallowEtagHeaderFilter();
        // A strong mark would keep the server from compressing.
        filter.setWriteWeakETag(true);
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/trophees", "/trophees/*", "/trophees.atom");
        return registration;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors
                .addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        if (request.getUserPrincipal() == null) {
                            response.setHeader("Cache-Control", ASKED_EACH_TIME);
                        }
                        response.addHeader("Vary", "Cookie");
                        return true;
                    }
                })
                .addPathPatterns("/trophees", "/trophees/{id}", "/trophees.atom");
    }
}
