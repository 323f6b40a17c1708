package fr.preau.registration;

import fr.preau.account.Viewers;
import fr.preau.event.EventId;
import fr.preau.event.SessionId;
import fr.preau.web.Network;
import fr.preau.web.Typed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Gives the handlers of a session's forms their [AskController.Call]. As an attribute of the model it would be made by
/// a second handler, that Spring reads anew at each request: a twelfth of a registration.
@Component
class Calls implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    private final Viewers viewers;

    Calls(Viewers viewers) {
        this.viewers = viewers;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(AskController.Call.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var response = Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
        return new AskController.Call(
                event(request).orElseThrow(AskPages::noSuchSession),
                id(request, "session").map(SessionId::new).orElseThrow(AskPages::noSuchSession),
                viewers.of(request),
                Network.of(request),
                response);
    }

    /// Of the address; empty when what stands there is no identifier.
    static Optional<EventId> event(HttpServletRequest request) {
        return id(request, "event").map(EventId::new);
    }

    private static Optional<UUID> id(HttpServletRequest request, String variable) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? Typed.uuid(String.valueOf(variables.get(variable)))
                : Optional.empty();
    }
}
