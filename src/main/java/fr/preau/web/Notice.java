package fr.preau.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/// One sentence carried over a redirect to the next page, once. It travels in a cookie so that a visitor without an
/// account never gets a session.
public final class Notice {
    private static final String COOKIE = "preau-notice";

    private Notice() {}

    /// Says `sentence` at the top of the next page this visitor opens.
    public static void say(HttpServletResponse response, String sentence) {
        write(response, URLEncoder.encode(sentence, StandardCharsets.UTF_8), 60);
    }

    static @Nullable String take(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null || cookie.getValue().isEmpty()) {
            return null;
        }
        write(response, "", 0);
        try {
            return URLDecoder.decode(cookie.getValue(), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static void write(HttpServletResponse response, String value, long seconds) {
        var cookie = ResponseCookie.from(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(seconds);
        response.addHeader("Set-Cookie", cookie.build().toString());
    }
}
