package fr.preau.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/// How long browsers keep stylesheets, scripts and pictures: for good under an address that bears the mark of the
/// content (pages link to no other), and under the bare one only as long as the server says that nothing changed.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class MarkedFiles implements WebMvcConfigurer, HandlerInterceptor, SmartInitializingSingleton {
    private static final Pattern MARK = Pattern.compile("-[0-9a-f]{32}(?=\\.[^./]+$)");
    private static final String FOR_GOOD = "max-age=31536000, public, immutable";
    private static final String WHILE_THE_SAME = "no-cache";

    /// Made from what this configures, so that it is asked for late.
    private final ObjectProvider<ResourceUrlProvider> assets;
    private final ApplicationContext context;

    MarkedFiles(ObjectProvider<ResourceUrlProvider> assets, ApplicationContext context) {
        this.assets = assets;
        this.context = context;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this);
    }

    /// Marks are known once all is made, which Spring says only when visitors have come in already: it is told before.
    @Override
    public void afterSingletonsInstantiated() {
        assets.getObject().onApplicationEvent(new ContextRefreshedEvent(context));
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof ResourceHttpRequestHandler) {
            response.setHeader("Cache-Control", isMarked(request.getRequestURI()) ? FOR_GOOD : WHILE_THE_SAME);
        }
        return true;
    }

    /// With the mark of what the file holds now: an old one may not be kept under it.
    private boolean isMarked(String path) {
        var bare = MARK.matcher(path).replaceFirst("");
        return !bare.equals(path) && path.equals(assets.getObject().getForLookupPath(bare));
    }
}
