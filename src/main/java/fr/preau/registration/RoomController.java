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
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The page one waits on: one's place, about how long, and then the form one came for. It asks again by itself, with
/// the `Refresh` header, so that no script is needed; a link stops that.
@Controller
class RoomController {
    private static final String UUID_SHAPE = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Pattern FORM = Pattern.compile(
            "/evenements/%s/seances/%s/inscription(\\?comme=[a-z]{1,10})?".formatted(UUID_SHAPE, UUID_SHAPE));

    private final WaitingRoom room;
    private final Editions editions;
    private final RoomPages pages;
    private final Clock clock;

    RoomController(WaitingRoom room, Editions editions, RoomPages pages, Clock clock) {
        this.pages = pages;
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
            response.setHeader("Refresh", Long.toString(pages.seconds(standing)));
        }
        return new ModelAndView(
                "registration/room",
                "waiting",
                new RoomPages.Waiting(found, standing, path, address(found, path), pause.isEmpty(), Map.of()));
    }
}
