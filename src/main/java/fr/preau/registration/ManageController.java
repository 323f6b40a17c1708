package fr.preau.registration;

import fr.preau.event.CalendarFile;
import fr.preau.web.Form;
import fr.preau.web.French;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import fr.preau.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The pages behind a registration's own link: whoever holds it needs no account. The link is a secret: these pages are
/// kept by no cache and no search engine, and tell no other site where the visitor comes from.
@Controller
@RequestMapping("/inscriptions/{key}")
class ManageController {
    private final Registrations registrations;
    private final HeldPages pages;
    private final CalendarFile calendar;
    private final CalendarEntries entries;

    ManageController(
            Registrations registrations, HeldPages pages, CalendarFile calendar, CalendarEntries entries) {
        this.entries = entries;
        this.registrations = registrations;
        this.pages = pages;
        this.calendar = calendar;
    }

    /// How many people come, for a parent or an adult.
    record PeopleForm(
            @Pattern(regexp = "[1-6]", message = "Écrivez un nombre de 1 à 6, vous compris.")
            String nombre) {
        PeopleForm {
            nombre = Typed.line(nombre);
        }
    }

    @ModelAttribute("held")
    HeldPages.HeldPage held(@PathVariable String key, HttpServletResponse response) {
        keepSecret(response);
        return registrations.held(key).flatMap(pages::of).orElseThrow(HeldPages.unknown());
    }

    static void keepSecret(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }

    @GetMapping
    String show(@ModelAttribute(name = "held", binding = false) HeldPages.HeldPage held, Model model) {
        return page(held, Form.filled(held.known()), model);
    }

    @PostMapping("/nombre")
    String change(
            @ModelAttribute(name = "held", binding = false) HeldPages.HeldPage held,
            @Valid PeopleForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        if (held.registration().kind() != Registration.Kind.ADULT) {
            throw new NotFound("Le nombre de personnes ne se change que pour un parent ou un adulte.");
        }
        var change = errors.hasErrors()
                ? new Change.Mistyped()
                : registrations.change(held.registration(), Integer.parseInt(form.nombre()));
        return changed(change, held, Form.of(errors), response, model);
    }

    @PostMapping("/classe")
    String change(
            @ModelAttribute(name = "held", binding = false) HeldPages.HeldPage held,
            @Valid HeadcountForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        if (held.registration().kind() != Registration.Kind.CLASS) {
            throw new NotFound("Cette inscription n'est pas celle d'une classe.");
        }
        var heads = form.read(errors);
        var change = heads == null
                ? new Change.Mistyped()
                : registrations.change(held.registration(), new ClassChange(heads, form.besoins()));
        return changed(change, held, Form.of(errors), response, model);
    }

    @GetMapping("/annulation")
    String confirmCancelling(@ModelAttribute(name = "held", binding = false) HeldPages.HeldPage held) {
        return held.mayCancel()
                ? "registration/cancel"
                : "redirect:" + held.registration().path();
    }

    @PostMapping("/annulation")
    String cancel(
            @ModelAttribute(name = "held", binding = false) HeldPages.HeldPage held, HttpServletResponse response) {
        var said = switch (registrations.cancel(held.registration(), Cancellation.BY_REGISTRANT)) {
            case Change.Done _, Change.Gone() -> "Votre inscription est annulée, les places sont rendues.";
            case Change.Refused(var reason) -> reason;
            case Change.Full _, Change.Mistyped() -> throw new IllegalStateException("cancelling takes no seat");
        };
        Notice.say(response, said);
        return "redirect:" + held.registration().path();
    }

    @GetMapping("/agenda.ics")
    ResponseEntity<String> calendar(@ModelAttribute(name = "held", binding = false) HeldPages.HeldPage held) {
        var method = held.stands() ? CalendarFile.Method.PUBLISH : CalendarFile.Method.CANCEL;
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"evenement.ics\"")
                .body(calendar.of(held.event(), held.session(), new CalendarFile.Reader(
                        entries.of(held.registration()).name(), method, held.event().revision())));
    }

    private static String changed(
            Change change, HeldPages.HeldPage held, Form form, HttpServletResponse response, Model model) {
        return switch (change) {
            case Change.Done _ -> said("Le changement est enregistré. Un courriel vous le confirme.", held, response);
            case Change.Gone() -> said("Cette inscription a été annulée entre-temps.", held, response);
            case Change.Mistyped() -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(held, form, model);
            }
            case Change.Full(var missing) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield page(
                        held,
                        form.refuse("Il faudrait %s de plus, et il n'en reste pas assez : rien n'est changé."
                                .formatted(French.count(missing, "place", "places"))),
                        model);
            }
            case Change.Refused(var reason) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield page(held, form.refuse(reason), model);
            }
        };
    }

    private static String said(String sentence, HeldPages.HeldPage held, HttpServletResponse response) {
        Notice.say(response, sentence);
        return "redirect:" + held.registration().path();
    }

    private static String page(HeldPages.HeldPage held, Form form, Model model) {
        model.addAttribute("held", held);
        model.addAttribute("form", form);
        return "registration/manage";
    }
}
