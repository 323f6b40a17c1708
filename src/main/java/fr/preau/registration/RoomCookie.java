package fr.preau.registration;

import fr.preau.web.OwnCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/// One's ticket of a waiting room, held by the browser: 122 random bits that say nothing of anyone.
final class RoomCookie {
    private static final String NAME = "preau-place";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Duration KEPT = Duration.ofHours(4);

    private RoomCookie() {}

    /// Null when there is none, or anything but a ticket.
    static @Nullable UUID read(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        return cookie != null && ID.matcher(cookie.getValue()).matches() ? UUID.fromString(cookie.getValue()) : null;
    }

    static void write(Standing standing, HttpServletResponse response) {
        OwnCookie.give(response, NAME, standing.ticket().toString(), KEPT);
    }
}
