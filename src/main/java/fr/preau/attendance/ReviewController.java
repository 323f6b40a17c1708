package fr.preau.attendance;

import fr.preau.account.Viewer;
import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Settles what a device left to look at, from the page of the door.
@Controller
@RequestMapping("/espace/evenements/{event}/seances/{session}/accueil/a-revoir/{id}")
class ReviewController {
    private final Desks desks;
    private final Reviews reviews;

    ReviewController(Desks desks, Reviews reviews) {
        this.desks = desks;
        this.reviews = reviews;
    }

    @PostMapping("/vu")
    String see(
            @PathVariable UUID event,
            @PathVariable UUID session,
            @PathVariable UUID id,
            Viewer viewer,
            HttpServletResponse response) {
        var desk = desks.open(event, session, viewer);
        return said(reviews.see(desk, id), desk, response);
    }

    @PostMapping("/compter")
    String count(
            @PathVariable UUID event,
            @PathVariable UUID session,
            @PathVariable UUID id,
            Viewer viewer,
            HttpServletResponse response) {
        var desk = desks.open(event, session, viewer);
        return said(reviews.count(desk, id), desk, response);
    }

    private static String said(String sentence, Desk desk, HttpServletResponse response) {
        Notice.say(response, sentence);
        return "redirect:" + desk.path();
    }
}
