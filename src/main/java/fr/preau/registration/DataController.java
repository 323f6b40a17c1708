package fr.preau.registration;

import fr.preau.retention.KeptFile;
import fr.preau.web.Form;
import fr.preau.web.French;
import fr.preau.web.Network;
import fr.preau.web.Notice;
import fr.preau.web.Typed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.http.HttpHeaders;
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

/// « Mes données » behind a registration's own link: everything kept about it, to see, take away, correct or erase.
@Controller
@RequestMapping("/inscriptions/{key}")
class DataController {
    private final Registrations registrations;
    private final HeldPages pages;
    private final RegistrationData data;
    private final Corrections corrections;
    private final Reminding reminding;

    DataController(
            Registrations registrations,
            HeldPages pages,
            RegistrationData data,
            Corrections corrections,
            Reminding reminding) {
        this.registrations = registrations;
        this.pages = pages;
        this.data = data;
        this.corrections = corrections;
        this.reminding = reminding;
    }

    record NameForm(@FirstName String prenom) {
        NameForm {
            prenom = Typed.line(prenom);
        }
    }

    record AddressForm(String courriel) {
        AddressForm {
            courriel = Typed.line(courriel);
        }
    }

    @ModelAttribute("held")
    HeldPages.HeldPage held(@PathVariable String key, HttpServletResponse response) {
        ManageController.keepSecret(response);
        return registrations.held(key).flatMap(pages::of).orElseThrow(HeldPages.unknown());
    }

    @GetMapping("/donnees")
    String show(@ModelAttribute(name = "held", binding = false) HeldPages.HeldPage held, Model model) {
        return page(held, name(held), address(), model);
    }

    @GetMapping("/donnees.json")
    ResponseEntity<byte[]> file(@ModelAttribute(name = "held", binding = false) HeldPages.HeldPage held) {
        return KeptFile.of("mon-inscription-preau.json", data.of(held));
    }

    @PostMapping("/donnees/prenom")
    String rename(
            @ModelAttribute(name = "held", binding = false) HeldPages.HeldPage held,
            @Valid NameForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        var typed = Form.of(errors);
        if (!typed.hasErrors() && !corrections.rename(held.registration(), form.prenom())) {
            typed.refuse("prenom", "Ce prénom est déjà inscrit à cette séance avec la même adresse.");
        }
        if (typed.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return typed.hasErrors()
                ? page(held, typed, address(), model)
                : said("C'est corrigé : l'organisateur verra ce prénom.", held, response);
    }

    @PostMapping("/donnees/adresse")
    String move(
            @ModelAttribute(name = "held", binding = false) HeldPages.HeldPage held,
            AddressForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var mail = Mails.read(form.courriel(), errors);
        var typed = Form.of(errors);
        var status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (mail != null && mail.value().equals(held.registration().mail())) {
            typed.refuse("courriel", "C'est déjà l'adresse de cette inscription.");
        } else if (mail != null && !corrections.ask(held, mail, Network.of(request))) {
            typed.refuse("Trop de demandes depuis votre réseau : recommencez dans une heure.");
            response.setHeader(HttpHeaders.RETRY_AFTER, "3600");
            status = HttpStatus.TOO_MANY_REQUESTS;
        }
        if (typed.hasErrors()) {
            response.setStatus(status.value());
            return page(held, name(held), typed, model);
        }
        return said(
                "Un courriel part à la nouvelle adresse : ouvrez le lien qu'il contient. Jusque-là, rien ne change.",
                held,
                response);
    }

    @GetMapping("/effacement")
    String confirmErasing(@ModelAttribute(name = "held", binding = false) HeldPages.HeldPage held, Model model) {
        model.addAttribute("others", reminding.besides(held.registration()));
        return "registration/erase";
    }

    @PostMapping("/effacement")
    String erase(
            @ModelAttribute(name = "held", binding = false) HeldPages.HeldPage held, HttpServletResponse response) {
        var others = reminding.besides(held.registration());
        registrations.erase(held.registration());
        Notice.say(response, erased(others));
        return "redirect:/";
    }

    /// Only this one: others of the same address have links of their own.
    static String erased(int others) {
        var done = "C'est effacé : plus rien de cette inscription ne vous désigne, et le lien n'ouvre plus rien.";
        return others == 0
                ? done
                : "%s Avec la même adresse, il reste %s."
                        .formatted(done, French.count(others, "autre inscription", "autres inscriptions"));
    }

    private String page(HeldPages.HeldPage held, Form name, Form address, Model model) {
        model.addAttribute("held", held);
        model.addAttribute("sections", data.of(held));
        model.addAttribute("name", name);
        model.addAttribute("address", address);
        return "registration/data";
    }

    private static Form name(HeldPages.HeldPage held) {
        return Form.filled(Map.of("prenom", held.registration().firstName()));
    }

    private static Form address() {
        return Form.filled(Map.of("courriel", ""));
    }

    private static String said(String sentence, HeldPages.HeldPage held, HttpServletResponse response) {
        Notice.say(response, sentence);
        return "redirect:" + held.registration().path() + "/donnees";
    }
}
