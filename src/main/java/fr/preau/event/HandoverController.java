package fr.preau.event;

import fr.preau.account.MailAddress;
import fr.preau.account.Organisation;
import fr.preau.account.OrganisationId;
import fr.preau.account.Organisations;
import fr.preau.account.Viewer;
import fr.preau.web.Choice;
import fr.preau.web.Form;
import fr.preau.web.Notice;
import fr.preau.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Moderators give an event to others.
@Controller
@RequestMapping("/espace/moderation/{id}/confier")
class HandoverController {
    private final ModerationDoor door;
    private final Handovers handovers;
    private final Organisations organisations;
    private final ModerationPages pages;

    HandoverController(
            ModerationDoor door, Handovers handovers, Organisations organisations, ModerationPages pages) {
        this.door = door;
        this.handovers = handovers;
        this.organisations = organisations;
        this.pages = pages;
    }

    /// `a`: to an organisation or to a person. `choix` is one of those whose name was typed in `organisation`.
    record Typing(
            @Nullable String a,
            @Nullable String organisation,
            @Nullable String choix,
            @Nullable String courriel,
            @Nullable String sentence) {
        Form shown() {
            return Form.filled(Map.of(
                    "a", Objects.toString(a, ""),
                    "organisation", Objects.toString(organisation, ""),
                    "choix", Objects.toString(choix, ""),
                    "courriel", Objects.toString(courriel, ""),
                    "sentence", Objects.toString(sentence, "")));
        }

        String words() {
            return Typed.line(organisation);
        }
    }

    @GetMapping
    String ask(@PathVariable UUID id, Viewer viewer, Model model) {
        door.afterPublication(id, new OrganiserDoor.Ticket(null, 0), "", viewer);
        return page(door.open(id, viewer), Form.filled(Map.of("a", "organisation")), List.of(), model);
    }

    @PostMapping
    String offer(
            @PathVariable UUID id,
            Viewer viewer,
            OrganiserDoor.Ticket ticket,
            Typing typing,
            Model model,
            HttpServletResponse response) {
        var moderating = door.afterPublication(id, ticket, "", viewer);
        var form = typing.shown();
        var near = "person".equals(typing.a()) ? List.<Organisation>of() : organisations.named(typing.words());
        var receiver = receiver(typing, near, form);
        var sentence = Typed.text(typing.sentence());
        if (sentence.isEmpty() || sentence.length() > ReplyForm.SENTENCE) {
            form.refuse(
                    "sentence", "Dites pourquoi, en %d caractères au plus.".formatted(ReplyForm.SENTENCE));
        }
        if (receiver.isEmpty() || form.hasErrors()) {
            response.setStatus(422);
            return page(door.open(id, viewer), form, near, model);
        }
        var outcome = handovers.offer(moderating, receiver.get(), sentence);
        if (outcome instanceof Outcome.Done(var done)) {
            Notice.say(response, done);
            return "redirect:/espace/moderation/" + id;
        }
        response.setStatus(409);
        var standing = door.open(id, viewer);
        form.refuse(pages.overtaken(standing, outcome, moderating.writing()));
        return page(standing, form, near, model);
    }

    private static Optional<Handovers.Receiver> receiver(Typing typing, List<Organisation> near, Form form) {
        if ("person".equals(typing.a())) {
            var mail = MailAddress.parse(Objects.toString(typing.courriel(), ""));
            if (mail.isEmpty()) {
                form.refuse("courriel", "Écrivez une adresse complète, par exemple prenom.nom@exemple.fr.");
            }
            return mail.map(one -> new Handovers.Receiver(null, one));
        }
        var chosen = organisation(typing, near);
        if (chosen.isEmpty()) {
            form.refuse(
                    near.isEmpty() ? "organisation" : "choix",
                    near.isEmpty()
                            ? "Aucune organisation de Préau n'a ce nom, ou plus personne n'y publie."
                            : "Choisissez laquelle.");
        }
        return chosen.map(one -> new Handovers.Receiver(one, null));
    }

    private static Optional<Organisation> organisation(Typing typing, List<Organisation> near) {
        var chosen = Typed.uuid(typing.choix()).map(OrganisationId::new);
        return near.size() == 1 && chosen.isEmpty()
                ? Optional.of(near.getFirst())
                : near.stream().filter(one -> chosen.equals(Optional.of(one.id()))).findFirst();
    }

    private static String page(Standing standing, Form form, List<Organisation> near, Model model) {
        model.addAttribute("standing", standing);
        model.addAttribute("form", form);
        model.addAttribute("near", Choice.of(near, one -> one.id().value().toString(), one -> "%s (%s)"
                .formatted(one.name(), one.kind().french())));
        return "event/moderationHandover";
    }
}
