package fr.preau.attendance;

import fr.preau.account.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// A door held with a phone, network or not (decision 013). The page itself names nobody: it can be kept by the
/// browser.
@Controller
@RequestMapping("/espace/evenements/{event}/seances/{session}/accueil")
class CarriedListController {
    /// More is sent in several times.
    private static final int MOST = 500;

    private final Desks desks;
    private final CarriedLists lists;

    CarriedListController(Desks desks, CarriedLists lists) {
        this.desks = desks;
        this.lists = lists;
    }

    @GetMapping("/appareil")
    String device(@PathVariable UUID event, @PathVariable UUID session, Viewer viewer, Model model) {
        model.addAttribute("desk", desks.open(event, session, viewer));
        return "attendance/device";
    }

    @PostMapping("/fusion")
    ResponseEntity<CarriedList> merge(
            @PathVariable UUID event, @PathVariable UUID session, Viewer viewer, HttpServletRequest request) {
        var desk = desks.open(event, session, viewer);
        var sent = request.getParameterValues("acte");
        var lines = sent == null ? List.<String>of() : List.of(sent);
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(lists.merge(desk, lines.subList(0, Math.min(MOST, lines.size())), viewer.person()));
    }
}
