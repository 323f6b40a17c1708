package fr.preau.account;

import fr.preau.territory.Territories;
import fr.preau.web.Choice;
import fr.preau.web.Forbidden;
import fr.preau.web.Form;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Giving a role within one's own territory: at once to who has an account, by invitation to others.
@Controller
class RoleInvitationController {
    private static final String HERE = RoleController.HERE;

    private final GrantRules rules;
    private final Invitations invitations;
    private final Territories territories;

    RoleInvitationController(GrantRules rules, Invitations invitations, Territories territories) {
        this.rules = rules;
        this.invitations = invitations;
        this.territories = territories;
    }

    @GetMapping(HERE + "/nouveau")
    String ask(Viewer viewer, Model model) {
        allow(viewer);
        return form(Form.empty(), viewer, model);
    }

    @PostMapping(HERE + "/nouveau")
    String invite(
            Viewer viewer,
            @ModelAttribute RoleForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        allow(viewer);
        var role = form.role(territories);
        if (form.mailForm().mail().isEmpty()) {
            errors.rejectValue("courriel", "refused", MailForm.INCOMPLETE);
        }
        if (role.isEmpty()) {
            errors.rejectValue("territoire", "refused", "Choisissez un territoire de la liste.");
        }
        if (role.isPresent() && !errors.hasErrors()) {
            var offer = invitations.offer(viewer, form.mailForm(), role.get());
            Forbidden.unless(offer != Invitations.Offer.NOT_ALLOWED, "Ce territoire n'est pas à l'intérieur du vôtre.");
            if (said(offer, errors, response)) {
                return "redirect:" + RoleController.HERE;
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(Form.of(errors), viewer, model);
    }

    @PostMapping(HERE + "/invitations/{id}/annulation")
    String withdraw(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        allow(viewer);
        var invitation = invitations.find(id).orElseThrow(new NotFound("Cette invitation ne sert déjà plus."));
        Forbidden.unless(
                invitations.withdraw(viewer, invitation),
                "Cette invitation n'est pas à l'intérieur de votre territoire.");
        Notice.say(response, "L'invitation est annulée : son lien ne sert plus.");
        return "redirect:" + HERE;
    }

    static void allow(Viewer viewer) {
        Forbidden.unless(
                viewer.isPilot() || viewer.isCoordinator(), "Seuls le pilotage et la coordination donnent des rôles.");
    }

    private static boolean said(Invitations.Offer offer, BindingResult errors, HttpServletResponse response) {
        return switch (offer) {
            case SENT -> {
                Notice.say(response, "L'invitation est partie : elle est valable quatorze jours.");
                yield true;
            }
            case GIVEN -> {
                Notice.say(response, "Le rôle est donné : cette personne avait déjà un compte, un message le lui dit.");
                yield true;
            }
            case ALREADY_HELD -> {
                errors.rejectValue("courriel", "refused", "Cette personne a déjà ce rôle.");
                yield false;
            }
            case TOO_MANY, NOT_ALLOWED -> {
                errors.reject(
                        "refused", "Beaucoup d'invitations d'un coup : attendez un quart d'heure, puis recommencez.");
                yield false;
            }
        };
    }

    /// The territories this viewer may give a role on, the nation first.
    private List<Choice> offered(Viewer viewer) {
        var nation = viewer.isPilot()
                ? Stream.of(new Choice(RoleForm.NATION, "Toute la France (pilotage national)"))
                : Stream.<Choice>empty();
        var inside = rules.within(viewer).map(territory -> new Choice(territory.key(), Roles.place(territory)));
        return Stream.concat(nation, inside).toList();
    }

    private String form(Form form, Viewer viewer, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("territories", offered(viewer));
        return "account/roleForm";
    }
}
