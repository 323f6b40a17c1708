package fr.preau.attendance;

import fr.preau.account.Viewer;
import fr.preau.web.Form;
import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The organiser says that the list is complete.
@Controller
@RequestMapping("/espace/evenements/{event}/seances/{session}/accueil/cloture")
class ClosingController {
    private final Desks desks;
    private final DeskPages pages;
    private final Attendances attendances;

    ClosingController(Desks desks, DeskPages pages, Attendances attendances) {
        this.desks = desks;
        this.pages = pages;
        this.attendances = attendances;
    }

    @GetMapping
    String confirm(@PathVariable UUID event, @PathVariable UUID session, Viewer viewer, Model model) {
        return page(desks.open(event, session, viewer), Form.empty(), model);
    }

    @PostMapping
    String close(
            @PathVariable UUID event,
            @PathVariable UUID session,
            @RequestParam(defaultValue = "") String tous,
            Viewer viewer,
            HttpServletResponse response,
            Model model) {
        var desk = desks.open(event, session, viewer);
        var refusal = attendances.close(desk, viewer.person(), tous.equals("oui"));
        if (refusal == null) {
            Notice.say(response, "L'appel est clos. Celles et ceux qui sont venus reçoivent un merci.");
            return "redirect:" + desk.path();
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        return page(desk, Form.empty().refuse(refusal), model);
    }

    private String page(Desk desk, Form form, Model model) {
        model.addAttribute("desk", desk);
        model.addAttribute("count", pages.count(desk));
        model.addAttribute("form", form);
        return "attendance/closing";
    }
}
