package fr.preau.account;

import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Answering an invitation: by its link, or from « mon espace » once signed in with the address it was sent to.
@Controller
class InvitationController {
    private final Invitations invitations;
    private final Roles names;

    InvitationController(Invitations invitations, Roles names) {
        this.invitations = invitations;
        this.names = names;
    }

    /// As the page shows it.
    record Offered(UUID id, String what, String until) {}

    @GetMapping("/invitation/{key}")
    String open(@PathVariable String key, Viewer viewer, HttpServletResponse response, Model model) {
        var invitation = invitations.find(key);
        if (invitation.isEmpty()) {
            return gone(response);
        }
        model.addAttribute("what", names.named(invitation.get().role()));
        model.addAttribute("until", Dates.day(invitation.get().expiresAt()));
        model.addAttribute("key", key);
        model.addAttribute("viewer", viewer);
        model.addAttribute("same", invitation.get().mail().equals(viewer.mail()));
        return "account/invitation";
    }

    @PostMapping("/invitation/{key}")
    String accept(@PathVariable String key, Viewer viewer, HttpServletResponse response) {
        if (!viewer.isSignedIn()) {
            return "redirect:/invitation/" + key;
        }
        return accept(invitations.find(key), viewer, response);
    }

    /// No account is needed to say no.
    @PostMapping("/invitation/{key}/refus")
    String decline(@PathVariable String key, Viewer viewer, HttpServletResponse response) {
        var invitation = invitations.find(key);
        return invitation.isPresent() ? decline(invitation.get(), viewer, response) : gone(response);
    }

    @PostMapping("/espace/invitations/{id}/refus")
    String declineMine(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        var invitation = invitations.find(id);
        if (invitation.isEmpty()) {
            return gone(response);
        }
        if (!invitation.get().mail().equals(viewer.mail())) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            return "account/invitationOther";
        }
        return decline(invitation.get(), viewer, response);
    }

    private String decline(Invitation invitation, Viewer viewer, HttpServletResponse response) {
        if (!invitations.decline(invitation)) {
            return gone(response);
        }
        Notice.say(response, "C'est noté : l'invitation est refusée, son lien ne sert plus.");
        return viewer.isSignedIn() ? "redirect:/espace" : "redirect:/";
    }

    @GetMapping("/espace/invitations")
    String mine(Viewer viewer, Model model) {
        model.addAttribute(
                "offered",
                invitations.to(viewer).stream()
                        .map(one -> new Offered(one.id(), names.named(one.role()), Dates.day(one.expiresAt())))
                        .toList());
        model.addAttribute("mail", viewer.mail());
        return "account/invitations";
    }

    @PostMapping("/espace/invitations/{id}")
    String acceptMine(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        return accept(invitations.find(id), viewer, response);
    }

    private String accept(Optional<Invitation> invitation, Viewer viewer, HttpServletResponse response) {
        if (invitation.isEmpty()) {
            return gone(response);
        }
        return switch (invitations.accept(viewer, invitation.get())) {
            case ACCEPTED -> {
                Notice.say(
                        response, "C'est fait : " + names.named(invitation.get().role()) + ".");
                yield "redirect:/espace";
            }
            case GONE -> gone(response);
            case OTHER_ADDRESS -> {
                response.setStatus(HttpStatus.FORBIDDEN.value());
                yield "account/invitationOther";
            }
        };
    }

    private static String gone(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "account/invitationGone";
    }
}
