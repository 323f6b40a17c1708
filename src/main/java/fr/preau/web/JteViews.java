package fr.preau.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/// Joins jte to Spring MVC: the view `event/search` is the template `src/main/jte/event/search.jte`, compiled with the
/// code; `redirect:` is Spring's own view, made without the life of a bean. A page is written whole before its first
/// byte leaves, so that a failure is
/// still an error page.
@Component("viewResolver") // the name that stands Spring Boot's content-negotiating resolver down: a page is HTML
class JteViews implements ViewResolver, Ordered {
    private static final String REDIRECT = UrlBasedViewResolver.REDIRECT_URL_PREFIX;

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, JteViews.class.getClassLoader(), "fr.preau");
    private final ObjectProvider<Menu> menus;
    private final ResourceUrlProvider assets;
    private final String address;
    private final Operator operator;
    private final Lacks lacks;

    JteViews(
            ObjectProvider<Menu> menus,
            ResourceUrlProvider assets,
            @Value("${preau.address}") String address,
            Operator operator,
            Lacks lacks) {
        this.operator = operator;
        this.lacks = lacks;
        this.menus = menus;
        this.assets = assets;
        this.address = address.replaceAll("/+$", "");
        templates.setBinaryStaticContent(true);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        if (name.startsWith(REDIRECT)) {
            return new RedirectView(name.substring(REDIRECT.length()), true);
        }
        return name.contains(":") ? null : (model, request, response) -> write(name + ".jte", model, request, response);
    }

    private void write(
            String template, @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        var values = new HashMap<String, Object>();
        if (model != null) {
            model.forEach((name, value) -> values.put(name, value));
        }
        values.put("page", page(request, response));
        var output = new Utf8ByteOutput();
        templates.render(template, values, output);
        if (response.getContentType() == null) {
            response.setContentType("text/html;charset=UTF-8");
        }
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }

    private Page page(HttpServletRequest request, HttpServletResponse response) {
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        var principal = request.getUserPrincipal();
        return new Page(
                Page.pathOf(request),
                request.getQueryString(),
                address,
                operator,
                lacks.shownTo(request),
                () -> csrf == null ? "" : csrf.getToken(),
                menus.orderedStream()
                        .map(menu -> menu.linksFor(request))
                        .flatMap(List::stream)
                        .toList(),
                principal == null ? null : principal.getName(),
                Notice.take(request, response),
                file -> Objects.requireNonNullElse(assets.getForLookupPath(file), file));
    }
}
