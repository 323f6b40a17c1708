package fr.preau.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.ResponseCookie;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// A cookie of the platform's own: no script reads it, no other site sends it, and one given over TLS never travels
/// without.
public final class OwnCookie {
    private OwnCookie() {}

    public static void give(HttpServletResponse response, String name, String value, Duration kept) {
        var cookie = ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(isSecret())
                .sameSite("Lax")
                .maxAge(kept);
        response.addHeader("Set-Cookie", cookie.build().toString());
    }

    private static boolean isSecret() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
                && now.getRequest().isSecure();
    }
}
