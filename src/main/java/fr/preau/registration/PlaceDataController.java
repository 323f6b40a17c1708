package fr.preau.registration;

import fr.preau.retention.KeptFile;
import fr.preau.web.Form;
import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// « Mes données » behind a waiting entry's own link, as [DataController] is behind a registration's. What was accepted
/// is a registration: its page is that one's.
@Controller
@RequestMapping("/attente/{key}")
class PlaceDataController {
    private final WaitingList list;
    private final PlacePages pages;
    private final PlaceData data;
    private final Reminding reminding;

    PlaceDataController(WaitingList list, PlacePages pages, PlaceData data, Reminding reminding) {
        this.list = list;
        this.pages = pages;
        this.data = data;
        this.reminding = reminding;
    }

    @ModelAttribute("place")
    PlacePages.PlacePage place(@PathVariable String key, HttpServletResponse response) {
        ManageController.keepSecret(response);
        return list.held(key).flatMap(pages::of).orElseThrow(PlacePages.unknown());
    }

    @GetMapping("/donnees")
    String show(@ModelAttribute(name = "place", binding = false) PlacePages.PlacePage place, Model model) {
        return place.isRegistered() ? there(place, "/donnees") : page(place, name(place), model);
    }

    @GetMapping("/donnees.json")
    ResponseEntity<byte[]> file(@ModelAttribute(name = "place", binding = false) PlacePages.PlacePage place) {
        return KeptFile.of("ma-liste-d-attente-preau.json", data.of(place));
    }

    @PostMapping("/donnees/prenom")
    String rename(
            @ModelAttribute(name = "place", binding = false) PlacePages.PlacePage place,
            @Valid DataController.NameForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        if (place.isRegistered()) {
            return there(place, "/donnees");
        }
        var typed = Form.of(errors);
        if (!typed.hasErrors() && !list.rename(place.entry(), form.prenom())) {
            typed.refuse("prenom", "Ce prénom attend déjà cette séance avec la même adresse.");
        }
        if (typed.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(place, typed, model);
        }
        Notice.say(response, "C'est corrigé.");
        return "redirect:" + place.entry().path() + "/donnees";
    }

    @GetMapping("/effacement")
    String confirmErasing(@ModelAttribute(name = "place", binding = false) PlacePages.PlacePage place, Model model) {
        model.addAttribute("others", reminding.besides(place.wanted()));
        return place.isRegistered() ? there(place, "/effacement") : "registration/placeErase";
    }

    @PostMapping("/effacement")
    String erase(
            @ModelAttribute(name = "place", binding = false) PlacePages.PlacePage place, HttpServletResponse response) {
        var others = reminding.besides(place.wanted());
        if (!list.erase(place.entry())) {
            return there(place, "/effacement");
        }
        Notice.say(response, DataController.erased(others));
        return "redirect:/";
    }

    private String page(PlacePages.PlacePage place, Form name, Model model) {
        model.addAttribute("sections", data.of(place));
        model.addAttribute("name", name);
        return "registration/placeData";
    }

    private static Form name(PlacePages.PlacePage place) {
        return Form.filled(Map.of("prenom", place.wanted().firstName()));
    }

    private static String there(PlacePages.PlacePage place, String page) {
        return "redirect:" + place.wanted().path() + page;
    }
}
