package fr.preau.showcase;

import fr.preau.web.Keeping;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The gallery names pupils: only the reader's own browser may keep its pages, and it asks each time whether they still
/// hold (decision 17). No cache in between keeps anything.
@Configuration(proxyBeanMethods = false)
class GalleryCaching implements WebMvcConfigurer {
    static final String ASKED_EACH_TIME = Keeping.BY_THE_READER.words();

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> galleryMarks() {
        return Keeping.marks("/trophees", "/trophees/*", "/trophees.atom");
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors
                .addInterceptor(Keeping.BY_THE_READER)
                .addPathPatterns("/trophees", "/trophees/{id}", "/trophees.atom");
    }
}
