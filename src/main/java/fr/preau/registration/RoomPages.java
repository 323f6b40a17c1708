package fr.preau.registration;

import fr.preau.programme.Edition;
import fr.preau.web.KeptForm;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ViewResolver;

/// What the waiting room answers to whoever comes to a form before being called.
@Component
class RoomPages {
    private static final long SOONEST_SECONDS = 5;
    private static final long LATEST_SECONDS = 30;

    private final ViewResolver views;
    private final Clock clock;

    /// Lazy: the views come after the doors that stand before them.
    RoomPages(@Lazy @Qualifier("viewResolver") ViewResolver views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    /// `path` leads to the form one came for, or to the programme; `typed` is what was sent to it before one's turn.
    record Waiting(
            Edition edition,
            Standing standing,
            String path,
            String here,
            boolean refreshes,
            Map<String, String[]> typed) {}

    /// To the room's own page; but a form that was filled in stays on the one that answers, which does not leave by
    /// itself.
    void sendBack(Edition edition, Standing standing, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        var way = RoomController.wayBack(request);
        var here = RoomController.address(edition, way);
        var typed = KeptForm.of(request);
        if (typed.isEmpty()) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, here);
            return;
        }
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds(standing)));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var waiting = new Waiting(edition, standing, request.getRequestURI(), here, false, typed);
        Objects.requireNonNull(views.resolveViewName("registration/room", request.getLocale()))
                .render(Map.of("waiting", waiting), request, response);
    }

    /// How soon to ask again: the further, the seldomer; never all at the same instant.
    long seconds(Standing standing) {
        var apart = Math.floorMod(standing.ticket().hashCode(), 5);
        var wait = switch (standing) {
            case Standing.Early early -> Duration.between(clock.instant(), early.opening());
            case Standing.InLine line -> line.time().dividedBy(3);
            case Standing.Inside _ -> Duration.ofSeconds(LATEST_SECONDS);
        };
        return Math.clamp(wait.toSeconds(), SOONEST_SECONDS, LATEST_SECONDS) + apart;
    }
}
