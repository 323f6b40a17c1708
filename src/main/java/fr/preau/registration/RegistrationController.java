package fr.preau.registration;

import fr.preau.account.Viewer;
import fr.preau.event.EventId;
import fr.preau.event.SessionId;
import fr.preau.territory.Schools;
import fr.preau.web.Form;
import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/// The form that takes seats, one page for the three ways in. No account is needed but for a class.
@Controller
@RequestMapping("/evenements/{event}/seances/{session}/inscription")
class RegistrationController {
    private final Registrations registrations;
    private final AskPages pages;
    private final Schools schools;

    RegistrationController(Registrations registrations, AskPages pages, Schools schools) {
        this.registrations = registrations;
        this.pages = pages;
        this.schools = schools;
    }

    /// One request on one session: what every handler of this page needs.
    record Call(EventId event, SessionId session, Viewer viewer, HttpServletResponse response, Model model) {}

    @ModelAttribute
    Call call(
            @PathVariable UUID event,
            @PathVariable UUID session,
            Viewer viewer,
            HttpServletResponse response,
            Model model) {
        return new Call(new EventId(event), new SessionId(session), viewer, response, model);
    }

    @GetMapping
    String ask(@ModelAttribute(binding = false) Call call, @RequestParam(defaultValue = "") String comme) {
        var way = Way.of(comme);
        if (way.isEmpty()) {
            call.model().addAttribute("ways", pages.ways(call.event(), call.session()));
            return "registration/ways";
        }
        var ask = pages.ask(call, way.get());
        return ask.isFull() ? full(call, ask, 1) : page(call, ask, Form.filled(ask.known()));
    }

    @PostMapping(params = "comme=eleve")
    String pupil(
            @ModelAttribute(binding = false) Call call,
            @RequestParam UUID jeton,
            @Valid PupilForm form,
            BindingResult errors) {
        var school = schools.resolve(form.etablissement());
        if (school instanceof Schools.Resolved.Several(var candidates)) {
            call.model().addAttribute("candidates", candidates);
        }
        return register(call, Way.PUPIL, jeton, form.read(errors, school), errors);
    }

    @PostMapping(params = "comme=adulte")
    String adult(
            @ModelAttribute(binding = false) Call call,
            @RequestParam UUID jeton,
            @Valid AdultForm form,
            BindingResult errors) {
        return register(call, Way.ADULT, jeton, form.read(errors), errors);
    }

    @PostMapping(params = "comme=classe")
    String schoolClass(
            @ModelAttribute(binding = false) Call call,
            @RequestParam UUID jeton,
            @Valid ClassForm form,
            BindingResult errors) {
        return call.viewer().isSignedIn()
                ? register(call, Way.CLASS, jeton, form.read(errors, call.viewer()), errors)
                : ask(call, Way.CLASS.word());
    }

    private String register(Call call, Way way, UUID token, @Nullable Registrant registrant, BindingResult errors) {
        if (registrant == null) {
            call.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(call, pages.ask(call, way), Form.of(errors));
        }
        return switch (registrations.register(new SeatRequest(token, call.event(), call.session(), registrant))) {
            case Outcome.Confirmed(var registration) -> done(call, registration);
            case Outcome.AlreadyDone(var registration) -> done(call, registration);
            case Outcome.Refused(var reason) ->
                refused(call, way, Form.of(errors).refuse(reason));
            case Outcome.Full _ -> full(call, pages.ask(call, way), seats(registrant));
            case Outcome.Unknown() -> throw AskPages.noSuchSession();
        };
    }

    private String done(Call call, Registration registration) {
        Notice.say(
                call.response(),
                "C'est fait : la place est à vous. Un courriel de confirmation part à l'instant, avec le lien de cette page.");
        return "redirect:" + registration.path();
    }

    private String refused(Call call, Way way, Form form) {
        call.response().setStatus(HttpStatus.CONFLICT.value());
        return page(call, pages.ask(call, way), form);
    }

    private String page(Call call, AskPages.Ask ask, Form form) {
        call.model().addAttribute("ask", ask);
        call.model().addAttribute("form", form);
        return "registration/ask";
    }

    private String full(Call call, AskPages.Ask ask, int seats) {
        call.response().setStatus(HttpStatus.CONFLICT.value());
        call.model().addAttribute("ask", ask);
        call.model().addAttribute("similar", pages.similar(ask, seats));
        return "registration/full";
    }

    /// What to look for elsewhere: for a class the organiser of another event would seat each head.
    private static int seats(Registrant registrant) {
        return switch (registrant) {
            case Registrant.Pupil _ -> 1;
            case Registrant.Adult adult -> adult.people();
            case Registrant.ClassGroup group -> group.headcount().people();
        };
    }
}
