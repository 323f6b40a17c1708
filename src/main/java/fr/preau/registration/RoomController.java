package fr.preau.registration;

import fr.preau.programme.Edition;
import fr.preau.programme.EditionId;
import fr.preau.programme.Editions;
import fr.preau.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The page one waits on: one's place, about how long, and then the form one came for. It asks again by itself, with
/// the
/// `Refresh` header, so that no script is needed; a link stops that.
@Controller
class RoomController {
    private static final String UUID_SHAPE = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Pattern FORM = Pattern.compile(
            "/evenements/%s/seances/%s/inscription(\\?comme=[a-z]{1,10})?".formatted(UUID_SHAPE, UUID_SHAPE));
    private static final long SOONEST_SECONDS = 5;
    private static final long LATEST_SECONDS = 30;

    private final WaitingRoom room;
    private final Editions editions;
    private final Clock clock;

    RoomController(WaitingRoom room, Editions editions, Clock clock) {
        this.room = room;
        this.editions = editions;
        this.clock = clock;
    }

    static String address(Edition edition, String form) {
        return "/salle-attente/%s?vers=%s"
                .formatted(edition.id().value(), URLEncoder.encode(form, StandardCharsets.UTF_8));
    }

    /// The form this request was for.
    static String wayBack(HttpServletRequest request) {
        var way = request.getParameter("comme");
        var form = way == null ? request.getRequestURI() : request.getRequestURI() + "?comme=" + way;
        return FORM.matcher(form).matches() ? form : request.getRequestURI();
    }

    /// `path` leads to the form one came for, or to the programme.
    record Waiting(Edition edition, Standing standing, String path, String here, boolean refreshes) {}

    @GetMapping("/salle-attente/{edition}")
    ModelAndView show(
            @PathVariable UUID edition,
            @RequestParam(defaultValue = "") String vers,
            @RequestParam(defaultValue = "") String pause,
            HttpServletRequest request,
            HttpServletResponse response) {
        var found = editions.lately(new EditionId(edition))
                .filter(Edition::waitingRoom)
                .orElseThrow(new NotFound("Cette édition n'a pas de salle d'attente."));
        var path = FORM.matcher(vers).matches() ? vers : "/evenements";
        if (!room.isInService(found)) {
            return new ModelAndView(
                    "registration/roomClosed",
                    Map.of(
                            "edition",
                            found,
                            "path",
                            path,
                            "early",
                            clock.instant().isBefore(found.waitingRoomOpens())));
        }
        var standing = room.standing(found, RoomCookie.read(request));
        RoomCookie.write(standing, response);
        response.setHeader("Cache-Control", "no-store");
        if (standing instanceof Standing.Inside && !path.equals("/evenements")) {
            return new ModelAndView("redirect:" + path);
        }
        if (pause.isEmpty()) {
            response.setHeader("Refresh", Long.toString(seconds(standing)));
        }
        return new ModelAndView(
                "registration/room",
                "waiting",
                new Waiting(found, standing, path, address(found, path), pause.isEmpty()));
    }

    /// The further, the seldomer; never all at the same instant.
    private long seconds(Standing standing) {
        var apart = Math.floorMod(standing.ticket().hashCode(), 5);
        var wait = switch (standing) {
            case Standing.Early early -> Duration.between(clock.instant(), early.opening());
            case Standing.InLine line -> line.time().dividedBy(3);
            case Standing.Inside _ -> Duration.ofSeconds(LATEST_SECONDS);
        };
        return Math.clamp(wait.toSeconds(), SOONEST_SECONDS, LATEST_SECONDS) + apart;
    }
}
