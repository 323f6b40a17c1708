package fr.preau.account;

import fr.preau.web.Notice;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.annotation.web.configurers.ott.OneTimeTokenLoginConfigurer;
import org.springframework.security.web.savedrequest.CookieRequestCache;

/// Adds signing in and out to the filters of `web`, which know nothing of accounts.
@Configuration(proxyBeanMethods = false)
class SignInFilters {
    @Bean
    Customizer<HttpSecurity> signingIn(SignIn signIn, Accounts accounts, Viewers viewers) {
        var provider = new SignInProvider(signIn, accounts);
        return http -> {
            try {
                // The school directory and what is kept are below accounts and cannot ask who is who: their
                // administration is kept here.
                http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/espace/administration/etablissements",
                                "/espace/administration/etablissements/**",
                                "/espace/administration/specialites",
                                "/espace/administration/specialites/**",
                                "/espace/administration/conservation")
                        .access((_, context) -> new AuthorizationDecision(
                                viewers.of(context.getRequest()).isPilot())));
                http.oneTimeTokenLogin(
                        login -> configure(login.tokenService(signIn).authenticationProvider(provider)));
                http.logout(SignInFilters::configure);
            } catch (Exception problem) {
                throw new IllegalStateException(problem);
            }
        };
    }

    /// Links are asked for through a page of ours, `SignInController`: the filter that would make them never does.
    private static void configure(OneTimeTokenLoginConfigurer<HttpSecurity> login) {
        login.loginPage("/connexion")
                .loginProcessingUrl("/connexion/lien")
                .showDefaultSubmitPage(false)
                .generateRequestResolver(_ -> null)
                .tokenGenerationSuccessHandler((_, _, _) -> {})
                .successHandler((request, response, authentication) -> {
                    new CookieRequestCache().removeRequest(request, response);
                    response.sendRedirect(Destination.of(Objects.toString(authentication.getDetails(), null)));
                })
                .failureHandler((_, response, _) -> response.sendRedirect("/connexion/lien"));
    }

    private static void configure(LogoutConfigurer<HttpSecurity> logout) {
        logout.logoutUrl("/deconnexion").logoutSuccessHandler((_, response, _) -> {
            Notice.say(response, "Vous êtes déconnecté.");
            response.sendRedirect("/");
        });
    }
}
