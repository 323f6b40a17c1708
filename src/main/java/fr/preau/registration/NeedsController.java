package fr.preau.registration;

import fr.preau.account.Viewer;
import fr.preau.event.EventId;
import fr.preau.event.PublishedEvent;
import fr.preau.web.Form;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import fr.preau.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Map;
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

/// Where an organiser answers what a class needs.
@Controller
@RequestMapping("/espace/evenements/{event}/inscrits/besoins/{registration}")
class NeedsController {
    private final AttendeeAccess access;
    private final Registrations registrations;
    private final NeedsAnswers answers;
    private final NeedsAnswerRepository given;

    NeedsController(
            AttendeeAccess access, Registrations registrations, NeedsAnswers answers, NeedsAnswerRepository given) {
        this.access = access;
        this.registrations = registrations;
        this.answers = answers;
        this.given = given;
    }

    record AnswerForm(
            @NotEmpty(message = "Écrivez votre réponse : l'enseignant la recevra.")
            @Size(max = 1000, message = "Une réponse tient en 1000 caractères.")
            String reponse) {
        AnswerForm {
            reponse = Typed.text(reponse);
        }
    }

    @ModelAttribute("event")
    PublishedEvent organised(@PathVariable UUID event, Viewer viewer) {
        return access.organised(new EventId(event), viewer);
    }

    @ModelAttribute("attendee")
    Attendee attendee(
            @ModelAttribute(name = "event", binding = false) PublishedEvent event, @PathVariable UUID registration) {
        return registrations
                .find(new RegistrationId(registration))
                .filter(one -> one.event().equals(event.id()))
                .map(Attendee::of)
                .filter(one -> !one.needs().isEmpty())
                .orElseThrow(new NotFound("Aucune classe de cet événement n'attend cette réponse."));
    }

    @GetMapping
    String ask(@ModelAttribute(name = "attendee", binding = false) Attendee attendee, Model model) {
        var before = given.find(attendee.id()).orElse("");
        model.addAttribute("form", Form.filled(Map.of("reponse", before)));
        return "registration/needs";
    }

    @PostMapping
    String answer(
            @ModelAttribute(name = "event", binding = false) PublishedEvent event,
            @ModelAttribute(name = "attendee", binding = false) Attendee attendee,
            @Valid AnswerForm form,
            BindingResult errors,
            Viewer viewer,
            HttpServletResponse response,
            Model model) {
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("form", Form.of(errors));
            return "registration/needs";
        }
        Notice.say(
                response,
                switch (answers.answer(attendee.id(), event, form.reponse(), viewer.person())) {
                    case SAID -> "Votre réponse est partie : l'enseignant la reçoit par courriel.";
                    case ALREADY_SAID -> "Cette réponse était déjà partie.";
                    case NOTHING_TO_ANSWER -> "Cette inscription ne tient plus : il n'y a plus rien à répondre.";
                });
        return "redirect:%s/%s"
                .formatted(AttendeePages.path(event), attendee.session().value());
    }
}
