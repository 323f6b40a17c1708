package fr.preau.registration;

import fr.preau.account.Viewer;
import fr.preau.event.EventId;
import fr.preau.event.PublishedEvent;
import fr.preau.web.Form;
import fr.preau.web.French;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Many seats taken from one place, for the event's organisation, those who steer its territory and pilots: counts and
/// hours for all of them, first names for the organisation, which reads them anyway; an address for nobody (decision
/// 9).
@Controller
@RequestMapping("/espace/evenements/{event}/inscrits/groupes")
class CrowdController {
    private static final String MORE =
            "D'autres inscriptions sont venues du même endroit depuis que vous avez ouvert cette page : relisez le nombre.";

    private final AttendeeAccess access;
    private final Crowds crowds;

    CrowdController(AttendeeAccess access, Crowds crowds) {
        this.access = access;
        this.crowds = crowds;
    }

    @ModelAttribute("event")
    PublishedEvent event(@PathVariable UUID event, Viewer viewer) {
        return access.counted(new EventId(event), viewer);
    }

    @GetMapping
    String list(@ModelAttribute(name = "event", binding = false) PublishedEvent event, Model model) {
        model.addAttribute("crowds", crowds.of(event));
        return "registration/crowds";
    }

    @GetMapping("/{par}/{registration}")
    String show(
            @ModelAttribute(name = "event", binding = false) PublishedEvent event,
            @PathVariable String par,
            @PathVariable UUID registration,
            Viewer viewer,
            Model model) {
        return page(event, find(event, par, registration), Form.empty(), viewer, model);
    }

    @PostMapping("/{par}/{registration}/annulation")
    String cancel(
            @ModelAttribute(name = "event", binding = false) PublishedEvent event,
            @PathVariable String par,
            @PathVariable UUID registration,
            @RequestParam(defaultValue = "0") int vues,
            @Valid OrganiserController.CancelForm form,
            BindingResult errors,
            Viewer viewer,
            HttpServletResponse response,
            Model model) {
        var crowd = find(event, par, registration);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(event, crowd, Form.of(errors), viewer, model);
        }
        var cancelled = crowds.cancel(event, new Crowds.Cancelling(crowd, vues, form.raison()), viewer);
        if (cancelled.isEmpty()) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return page(event, crowd, Form.of(errors).refuse(MORE), viewer, model);
        }
        Notice.say(
                response,
                "%s en cours d'annulation : chaque adresse est prévenue, et les places vont à celles et ceux qui attendent."
                        .formatted(French.count(cancelled.get(), "inscription", "inscriptions")));
        return "redirect:" + path(event);
    }

    static String path(PublishedEvent event) {
        return AttendeePages.path(event) + "/groupes";
    }

    private Crowd find(PublishedEvent event, String par, UUID registration) {
        return Crowd.By.of(par)
                .flatMap(by -> crowds.find(event, by, new RegistrationId(registration)))
                .orElseThrow(new NotFound("Il n'y a plus, ou pas, de groupe aussi grand : il a peut-être été annulé."));
    }

    private String page(PublishedEvent event, Crowd crowd, Form form, Viewer viewer, Model model) {
        model.addAttribute("crowd", crowd);
        model.addAttribute("names", viewer.actsFor(event.organisation()) ? crowds.names(event, crowd) : List.of());
        model.addAttribute("form", form);
        return "registration/crowd";
    }
}
