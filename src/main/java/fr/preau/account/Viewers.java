package fr.preau.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Gives controllers their [Viewer], and menus the viewer of a request. The roles are read once a request, and never
/// for a visitor who is not signed in.
@Component
public class Viewers implements HandlerMethodArgumentResolver {
    private static final String KEPT = Viewers.class.getName();

    private final RoleRepository roles;

    Viewers(RoleRepository roles) {
        this.roles = roles;
    }

    public Viewer of(HttpServletRequest request) {
        if (request.getAttribute(KEPT) instanceof Viewer known) {
            return known;
        }
        var viewer = request.getUserPrincipal() instanceof Authentication authentication
                        && authentication.getPrincipal() instanceof SignedInPerson person
                ? roles.viewer(person.id()).orElseThrow(() -> goneWith(request.getSession(false)))
                : Viewer.ANYONE;
        request.setAttribute(KEPT, viewer);
        return viewer;
    }

    /// What someone may do when no page is asked for; [Viewer#ANYONE] without an account.
    public Viewer of(PersonId person) {
        return roles.viewer(person.value()).orElse(Viewer.ANYONE);
    }

    /// Everyone who moderates something: pilots and coordinators.
    public List<Viewer> moderators() {
        return roles.moderators().stream().map(this::of).toList();
    }

    /// The session ends with the account: asking to sign in again would otherwise go round for ever.
    private static AuthenticationException goneWith(@Nullable HttpSession session) {
        if (session != null) {
            session.invalidate();
        }
        return new InsufficientAuthenticationException("this account is gone");
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Viewer.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }
}
