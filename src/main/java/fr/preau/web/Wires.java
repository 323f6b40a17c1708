package fr.preau.web;

import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.RelativeRedirectFilter;

/// What holds for whatever any library writes to a visitor: redirects name a path and never a host, cookies stay with
/// this site.
@Configuration(proxyBeanMethods = false)
class Wires {
    /// The server would put before the path the host a visitor named, for HTTP/1.0 at least, as some proxies speak.
    @Bean
    FilterRegistrationBean<RelativeRedirectFilter> relativeRedirects() {
        var filter = new RelativeRedirectFilter();
        filter.setRedirectStatus(HttpStatus.FOUND);
        var everywhere = new FilterRegistrationBean<>(filter);
        everywhere.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return everywhere;
    }

    @Bean
    CookieSameSiteSupplier everyCookieStays() {
        return CookieSameSiteSupplier.ofLax();
    }
}
