package fr.preau.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;

/// What holds for every request, whoever sends it: everything under `/espace/` needs a signed-in person, nothing is
/// loaded from another host, a visitor without an account never gets a session. Who may do what there is asked of
/// `account` by each module; how people sign in is added by `account`.
@Configuration(proxyBeanMethods = false)
class SecurityFilters {
    private static final String CONTENT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

    /// What a page may ask the device for: the camera that reads tickets at the door, and nothing else.
    private static final String PERMISSIONS = "camera=(self), microphone=(), geolocation=(), payment=(), usb=(),"
            + " display-capture=(), accelerometer=(), gyroscope=(), magnetometer=(), midi=()";

    @Bean
    SecurityFilterChain filters(HttpSecurity http, Uploads uploads) throws Exception {
        var tokens = new XorCsrfTokenRequestAttributeHandler();
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/espace/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .csrf(csrf -> csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                        .csrfTokenRequestHandler(tokens)
                        .ignoringRequestMatchers(uploads::takes)) // the file is not there yet: see UploadFilter
                .addFilterAfter(new UploadFilter(uploads, tokens), AuthorizationFilter.class)
                .requestCache(cache -> cache.requestCache(pagesAskedFor()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.IF_REQUIRED))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS)))
                .build();
    }

    /// Each of the chain's fifteen filters timed one by one told nobody anything, and cost a tenth of a registration.
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    /// Where to go back to after signing in: a page that was opened, never a form that was sent.
    private static CookieRequestCache pagesAskedFor() {
        var cache = new CookieRequestCache();
        cache.setRequestMatcher(request -> "GET".equals(request.getMethod()));
        return cache;
    }
}
