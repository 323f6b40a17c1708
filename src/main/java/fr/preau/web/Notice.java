package fr.preau.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/// One sentence carried over a redirect to the next page, once. It travels in a cookie so that a visitor without an
/// account never gets a session.
public final class Notice {
    private static final String COOKIE = "preau-notice";

    private Notice() {}

    /// Says `sentence` at the top of the next page this visitor opens.
    public static void say(HttpServletResponse response, String sentence) {
        OwnCookie.give(response, COOKIE, URLEncoder.encode(sentence, StandardCharsets.UTF_8), Duration.ofMinutes(1));
    }

    static @Nullable String take(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null || cookie.getValue().isEmpty()) {
            return null;
        }
        OwnCookie.give(response, COOKIE, "", Duration.ZERO);
        try {
            return URLDecoder.decode(cookie.getValue(), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
