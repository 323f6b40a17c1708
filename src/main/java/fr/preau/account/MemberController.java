package fr.preau.account;

import fr.preau.web.Form;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Who is in an organisation: inviting, withdrawing an invitation, removing.
@Controller
class MemberController {
    private final OrganisationController organisations;
    private final Invitations invitations;
    private final Accounts accounts;
    private final Grants grants;

    MemberController(OrganisationController organisations, Invitations invitations, Accounts accounts, Grants grants) {
        this.organisations = organisations;
        this.invitations = invitations;
        this.accounts = accounts;
        this.grants = grants;
    }

    @PostMapping("/espace/organisations/{id}/invitations")
    String invite(
            @PathVariable UUID id,
            Viewer viewer,
            @ModelAttribute MailForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        var profile = organisations.managed(id, viewer);
        var sentence = form.mail()
                .map(_ -> refusal(invitations.offer(viewer, form, new Role.Member(profile.id()))))
                .orElse(MailForm.INCOMPLETE);
        if (sentence.isEmpty()) {
            Notice.say(response, "L'invitation est partie : elle est valable quatorze jours.");
            return "redirect:/espace/organisations/" + id;
        }
        errors.rejectValue("courriel", "refused", sentence);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return organisations.show(profile, Form.of(errors), viewer, model);
    }

    @PostMapping("/espace/organisations/{id}/invitations/{invitation}/annulation")
    String withdraw(@PathVariable UUID id, @PathVariable UUID invitation, Viewer viewer, HttpServletResponse response) {
        var role = new Role.Member(organisations.managed(id, viewer).id());
        var withdrawn = invitations
                .find(invitation)
                .filter(one -> one.role().equals(role))
                .filter(one -> invitations.withdraw(viewer, one));
        Notice.say(
                response,
                withdrawn.isPresent()
                        ? "L'invitation est annulée : son lien ne sert plus."
                        : "Cette invitation ne servait déjà plus : elle a été acceptée, refusée ou annulée.");
        return "redirect:/espace/organisations/" + id;
    }

    @GetMapping("/espace/organisations/{id}/membres/{person}/retrait")
    String ask(@PathVariable UUID id, @PathVariable UUID person, Viewer viewer, Model model) {
        var profile = organisations.managed(id, viewer);
        var member = accounts.find(new PersonId(person))
                .filter(one -> grants.holds(one, new Role.Member(profile.id())))
                .orElseThrow(new NotFound("Cette personne n'est pas membre, ou plus."));
        model.addAttribute("profile", profile);
        model.addAttribute("member", member);
        model.addAttribute("own", member.id().equals(viewer.id()));
        return "account/memberRemoval";
    }

    @PostMapping("/espace/organisations/{id}/membres/{person}/retrait")
    String remove(@PathVariable UUID id, @PathVariable UUID person, Viewer viewer, HttpServletResponse response) {
        var profile = organisations.managed(id, viewer);
        var member = accounts.find(new PersonId(person)).orElseThrow(new NotFound("Cette personne n'existe pas."));
        Notice.say(
                response,
                switch (grants.take(viewer, member, new Role.Member(profile.id()))) {
                    case DONE -> member.label() + " n'est plus membre.";
                    case LAST -> "Une organisation garde toujours un membre : invitez d'abord quelqu'un d'autre.";
                    case NOT_HELD -> "Cette personne n'est déjà plus membre.";
                    case NOT_ALLOWED -> "Vous ne pouvez pas retirer cette personne.";
                });
        return member.id().equals(viewer.id()) && !grants.holds(member, new Role.Member(profile.id()))
                ? "redirect:/espace"
                : "redirect:/espace/organisations/" + id;
    }

    private static String refusal(Invitations.Offer offer) {
        return switch (offer) {
            case SENT, GIVEN -> "";
            case ALREADY_HELD -> "Cette personne est déjà membre.";
            case TOO_MANY -> "Beaucoup d'invitations d'un coup : attendez un quart d'heure, puis recommencez.";
            case NOT_ALLOWED -> "Vous ne pouvez pas inviter dans cette organisation.";
        };
    }
}
