package fr.preau.attendance;

import fr.preau.account.Viewer;
import fr.preau.event.Audience;
import fr.preau.web.Form;
import fr.preau.web.French;
import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// People at the door who had not registered: how many, and nothing else.
@Controller
@RequestMapping("/espace/evenements/{event}/seances/{session}/accueil/sans-inscription")
class WalkInController {
    private final Desks desks;
    private final DeskPages pages;
    private final WalkIns walkIns;

    WalkInController(Desks desks, DeskPages pages, WalkIns walkIns) {
        this.desks = desks;
        this.pages = pages;
        this.walkIns = walkIns;
    }

    /// Numbers are kept as typed, so that the page shows them again whatever they are.
    record PeopleForm(
            @Pattern(regexp = "[1-9]|[1-5][0-9]|60", message = "Écrivez un nombre de 1 à 60, en chiffres.")
            String personnes,

            String niveau) {
        PeopleForm {
            personnes = personnes == null ? "" : personnes.strip();
            niveau = niveau == null ? "" : niveau;
        }

        @Nullable
        Audience level() {
            return Stream.of(Audience.values())
                    .filter(Audience::isLevel)
                    .filter(level -> level.name().equals(niveau))
                    .findFirst()
                    .orElse(null);
        }
    }

    @PostMapping
    String enter(
            @PathVariable UUID event,
            @PathVariable UUID session,
            Viewer viewer,
            @Valid PeopleForm form,
            BindingResult errors,
            @RequestParam UUID jeton,
            HttpServletResponse response,
            Model model) {
        var desk = desks.open(event, session, viewer);
        if (errors.hasErrors()) {
            return refused(desk, Form.of(errors), HttpStatus.UNPROCESSABLE_CONTENT, response, model);
        }
        var people = Integer.parseInt(form.personnes());
        return switch (walkIns.enter(desk, new WalkIns.Group(jeton, people, form.level()))) {
            case WalkIns.Entry.Refused(var sentence) ->
                refused(desk, Form.of(errors).refuse("personnes", sentence), HttpStatus.CONFLICT, response, model);
            case WalkIns.Entry.Counted() ->
                said(
                        desk,
                        French.count(people, "personne comptée, bienvenue.", "personnes comptées, bienvenue."),
                        response);
        };
    }

    @PostMapping("/{id}/annulation")
    String leave(
            @PathVariable UUID event,
            @PathVariable UUID session,
            @PathVariable UUID id,
            Viewer viewer,
            HttpServletResponse response) {
        var desk = desks.open(event, session, viewer);
        return said(
                desk,
                walkIns.leave(desk, id) ? "C'est annulé, les places sont rendues." : "Il n'y a plus rien à annuler.",
                response);
    }

    private String refused(Desk desk, Form form, HttpStatus status, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        return pages.page(desk, DeskPages.Place.START, Map.of("walkIn", form), model);
    }

    private static String said(Desk desk, String sentence, HttpServletResponse response) {
        Notice.say(response, sentence);
        return "redirect:" + desk.path();
    }
}
