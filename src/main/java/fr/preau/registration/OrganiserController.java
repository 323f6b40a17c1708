package fr.preau.registration;

import fr.preau.account.Viewer;
import fr.preau.event.EventId;
import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import fr.preau.web.Form;
import fr.preau.web.French;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import fr.preau.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestParam;

/// What an organiser does with those registered: write to them, cancel one registration with a reason.
@Controller
@RequestMapping("/espace/evenements/{event}/inscrits")
class OrganiserController {
    private final AttendeeAccess access;
    private final OrganiserMessages messages;
    private final Registrations registrations;

    OrganiserController(AttendeeAccess access, OrganiserMessages messages, Registrations registrations) {
        this.access = access;
        this.messages = messages;
        this.registrations = registrations;
    }

    record MessageForm(
            String seance,

            @NotEmpty(message = "Écrivez un objet.") @Size(max = 120, message = "Un objet tient en 120 caractères.")
            String objet,

            @NotEmpty(message = "Écrivez votre message.")
            @Size(max = 5000, message = "Un message tient en 5000 caractères.")
            String texte) {
        MessageForm {
            seance = Typed.line(seance);
            objet = Typed.line(objet);
            texte = Typed.text(texte);
        }
    }

    record CancelForm(
            @NotEmpty(message = "Dites pourquoi : la personne le lira.")
            @Size(max = 500, message = "La raison tient en 500 caractères.")
            String raison) {
        CancelForm {
            raison = Typed.text(raison);
        }
    }

    @ModelAttribute("event")
    PublishedEvent organised(@PathVariable UUID event, Viewer viewer) {
        return access.organised(new EventId(event), viewer);
    }

    @GetMapping("/message")
    String write(@RequestParam(defaultValue = "") String seance, Model model) {
        model.addAttribute("form", Form.filled(Map.of("seance", seance)));
        return "registration/message";
    }

    @PostMapping("/message")
    String send(
            @ModelAttribute(name = "event", binding = false) PublishedEvent event,
            @Valid MessageForm form,
            BindingResult errors,
            @RequestParam UUID jeton,
            @RequestParam(defaultValue = "") String action,
            Viewer viewer,
            HttpServletResponse response,
            Model model) {
        var sessions = sessions(event, form.seance());
        if (sessions.isEmpty()) {
            errors.rejectValue("seance", "session", "Choisissez une séance de la liste.");
        }
        model.addAttribute("form", Form.of(errors));
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "registration/message";
        }
        if (!action.isEmpty()) {
            model.addAttribute("recipients", messages.recipients(event, sessions));
            return action.equals("relire") ? "registration/messagePreview" : "registration/message";
        }
        var letter = new OrganiserMessages.Letter(jeton, viewer.person(), form.objet(), form.texte());
        return switch (messages.send(event, sessions, letter)) {
            case OrganiserMessages.Sending.Sent(var recipients) ->
                said(
                        event,
                        response,
                        "Votre message part à %s.".formatted(French.count(recipients, "inscription", "inscriptions")));
            case OrganiserMessages.Sending.AlreadySent() -> said(event, response, "Votre message est déjà parti.");
            case OrganiserMessages.Sending.TooMany() -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                model.addAttribute(
                        "form",
                        Form.of(errors)
                                .refuse(
                                        "Cinq messages sont déjà partis depuis hier à la même heure : attendez demain."));
                yield "registration/message";
            }
            case OrganiserMessages.Sending.Nobody() -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute(
                        "form", Form.of(errors).refuse("Personne n'est inscrit : le message n'est pas parti."));
                yield "registration/message";
            }
        };
    }

    @GetMapping("/annulation/{registration}")
    String confirm(
            @ModelAttribute(name = "event", binding = false) PublishedEvent event,
            @PathVariable UUID registration,
            Model model) {
        model.addAttribute("attendee", Attendee.of(find(event, registration)));
        model.addAttribute("form", Form.empty());
        return "registration/organiserCancel";
    }

    @PostMapping("/annulation/{registration}")
    String cancel(
            @ModelAttribute(name = "event", binding = false) PublishedEvent event,
            @PathVariable UUID registration,
            @Valid CancelForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        var found = find(event, registration);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("attendee", Attendee.of(found));
            model.addAttribute("form", Form.of(errors));
            return "registration/organiserCancel";
        }
        var cancellation = new Cancellation(RegistrationCancelled.By.ORGANISER, form.raison());
        return said(
                event,
                response,
                switch (registrations.cancel(found, cancellation)) {
                    case Change.Done _ ->
                        "L'inscription est annulée, les places sont rendues et la personne est prévenue.";
                    case Change.Gone() -> "Cette inscription était déjà annulée.";
                    case Change.Refused(var reason) -> reason;
                    case Change.Full _, Change.Mistyped() ->
                        throw new IllegalStateException("cancelling takes no seat");
                });
    }

    private Registration find(PublishedEvent event, UUID registration) {
        return registrations
                .find(new RegistrationId(registration))
                .filter(one -> one.event().equals(event.id()))
                .orElseThrow(new NotFound("Cette inscription n'existe pas dans cet événement."));
    }

    /// Empty words mean every session that is not cancelled.
    private static List<PublishedSession> sessions(PublishedEvent event, String typed) {
        return event.sessions().stream()
                .filter(session -> !session.cancelled())
                .filter(session ->
                        typed.isEmpty() || session.id().value().toString().equals(typed))
                .toList();
    }

    private static String said(PublishedEvent event, HttpServletResponse response, String sentence) {
        Notice.say(response, sentence);
        return "redirect:" + AttendeePages.path(event);
    }
}
