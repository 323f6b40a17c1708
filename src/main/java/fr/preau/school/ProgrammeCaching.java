package fr.preau.school;

import fr.preau.web.Keeping;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// A programme is not sent twice to who reads it again. One for those who have its link is kept by their own browser
/// alone: its head may change the link at any moment.
@Configuration(proxyBeanMethods = false)
class ProgrammeCaching implements WebMvcConfigurer {
    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> programmeMarks() {
        return Keeping.marks("/etablissements/*", "/programmes/*");
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(Keeping.ANYWHERE).addPathPatterns("/etablissements/{uai}/semaine");
        interceptors.addInterceptor(Keeping.BY_THE_READER).addPathPatterns("/programmes/{key}");
    }
}
