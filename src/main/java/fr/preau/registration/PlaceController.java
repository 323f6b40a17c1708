package fr.preau.registration;

import fr.preau.web.Form;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The pages behind a waiting entry's own link: its place on the list, its offer when there is one. Whoever holds the
/// link needs no account, and it is kept as secret as a registration's (see [ManageController]).
@Controller
@RequestMapping("/attente/{key}")
class PlaceController {
    private final WaitingList list;
    private final PlacePages pages;

    PlaceController(WaitingList list, PlacePages pages) {
        this.list = list;
        this.pages = pages;
    }

    @ModelAttribute("place")
    PlacePages.PlacePage place(@PathVariable String key, HttpServletResponse response) {
        ManageController.keepSecret(response);
        return list.held(key).flatMap(pages::of).orElseThrow(PlacePages.unknown());
    }

    /// What waited and was accepted is a registration, with a page of its own.
    @GetMapping
    String show(@ModelAttribute(name = "place", binding = false) PlacePages.PlacePage place, Model model) {
        return place.isRegistered()
                ? "redirect:" + place.wanted().path()
                : page(place, Form.filled(place.known()), model);
    }

    @PostMapping("/acceptation")
    String accept(
            @ModelAttribute(name = "place", binding = false) PlacePages.PlacePage place, HttpServletResponse response) {
        return answered(list.accept(place.entry()), "", place, response);
    }

    @GetMapping("/depart")
    String confirmLeaving(@ModelAttribute(name = "place", binding = false) PlacePages.PlacePage place) {
        return place.isLive()
                ? "registration/leave"
                : "redirect:" + place.entry().path();
    }

    @PostMapping("/depart")
    String leave(
            @ModelAttribute(name = "place", binding = false) PlacePages.PlacePage place, HttpServletResponse response) {
        return answered(list.leave(place.entry()), "Vous n'êtes plus sur la liste d'attente.", place, response);
    }

    @PostMapping("/nombre")
    String reduce(
            @ModelAttribute(name = "place", binding = false) PlacePages.PlacePage place,
            @Valid ManageController.PeopleForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        if (place.wanted().kind() != Registration.Kind.ADULT) {
            throw new NotFound("Le nombre de personnes ne se change que pour un parent ou un adulte.");
        }
        var answer = errors.hasErrors()
                ? new Answer.Mistyped()
                : list.reduce(place.entry(), Integer.parseInt(form.nombre()));
        return reduced(answer, place, Form.of(errors), response, model);
    }

    @PostMapping("/classe")
    String reduce(
            @ModelAttribute(name = "place", binding = false) PlacePages.PlacePage place,
            @Valid HeadcountForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        if (!place.entry().isClass()) {
            throw new NotFound("Cette demande n'est pas celle d'une classe.");
        }
        var heads = form.read(errors);
        var answer = heads == null
                ? new Answer.Mistyped()
                : list.reduce(place.entry(), new ClassChange(heads, form.besoins()));
        return reduced(answer, place, Form.of(errors), response, model);
    }

    private static String reduced(
            Answer answer, PlacePages.PlacePage place, Form form, HttpServletResponse response, Model model) {
        return switch (answer) {
            case Answer.Mistyped() -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(place, form, model);
            }
            case Answer.Refused(var reason) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield page(place, form.refuse(reason), model);
            }
            case Answer.Done _, Answer.Seated _ ->
                answered(answer, "Le changement est enregistré, votre tour est gardé.", place, response);
        };
    }

    private static String answered(
            Answer answer, String done, PlacePages.PlacePage place, HttpServletResponse response) {
        var path = switch (answer) {
            case Answer.Seated(var registration) -> registration.path();
            case Answer.Done _, Answer.Refused _, Answer.Mistyped _ ->
                place.entry().path();
        };
        Notice.say(
                response,
                switch (answer) {
                    case Answer.Seated _ -> "C'est fait. Un courriel de confirmation part à l'instant.";
                    case Answer.Refused(var reason) -> reason;
                    case Answer.Done _, Answer.Mistyped _ -> done;
                });
        return "redirect:" + path;
    }

    private static String page(PlacePages.PlacePage place, Form form, Model model) {
        model.addAttribute("place", place);
        model.addAttribute("form", form);
        return "registration/place";
    }
}
