package fr.preau.registration;

import fr.preau.account.Viewer;
import fr.preau.event.EventId;
import fr.preau.event.SessionId;
import fr.preau.territory.Schools;
import fr.preau.web.Form;
import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

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
    record Call(EventId event, SessionId session, Viewer viewer, HttpServletResponse response) {}

    @ModelAttribute
    Call call(@PathVariable UUID event, @PathVariable UUID session, Viewer viewer, HttpServletResponse response) {
        return new Call(new EventId(event), new SessionId(session), viewer, response);
    }

    @GetMapping
    ModelAndView ask(@ModelAttribute(binding = false) Call call, @RequestParam(defaultValue = "") String comme) {
        var way = Way.of(comme);
        if (way.isEmpty()) {
            return new ModelAndView("registration/ways", "ways", pages.ways(call.event(), call.session()));
        }
        var ask = pages.ask(call, way.get());
        return ask.isFull() ? full(ask, 1) : page(ask, Form.filled(ask.known()), HttpStatus.OK);
    }

    @PostMapping(params = "comme=eleve")
    ModelAndView pupil(
            @ModelAttribute(binding = false) Call call,
            @RequestParam UUID jeton,
            @Valid PupilForm form,
            BindingResult errors) {
        var school = schools.resolve(form.etablissement());
        var answer = register(call, Way.PUPIL, jeton, form.read(errors, school), errors);
        if (school instanceof Schools.Resolved.Several(var candidates)) {
            answer.addObject("candidates", candidates);
        }
        return answer;
    }

    @PostMapping(params = "comme=adulte")
    ModelAndView adult(
            @ModelAttribute(binding = false) Call call,
            @RequestParam UUID jeton,
            @Valid AdultForm form,
            BindingResult errors) {
        return register(call, Way.ADULT, jeton, form.read(errors), errors);
    }

    @PostMapping(params = "comme=classe")
    ModelAndView schoolClass(
            @ModelAttribute(binding = false) Call call,
            @RequestParam UUID jeton,
            @Valid ClassForm form,
            BindingResult errors) {
        return call.viewer().isSignedIn()
                ? register(call, Way.CLASS, jeton, form.read(errors, call.viewer()), errors)
                : ask(call, Way.CLASS.word());
    }

    private ModelAndView register(
            Call call, Way way, UUID token, @Nullable Registrant registrant, BindingResult errors) {
        if (registrant == null) {
            return page(pages.ask(call, way), Form.of(errors), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (registrations.register(new SeatRequest(token, call.event(), call.session(), registrant))) {
            case Outcome.Confirmed(var registration) -> done(call, registration);
            case Outcome.AlreadyDone(var registration) -> done(call, registration);
            case Outcome.Refused(var reason) ->
                page(pages.ask(call, way), Form.of(errors).refuse(reason), HttpStatus.CONFLICT);
            case Outcome.Full _ -> full(pages.ask(call, way), seats(registrant));
            case Outcome.Unknown() -> throw AskPages.noSuchSession();
        };
    }

    private ModelAndView done(Call call, Registration registration) {
        Notice.say(
                call.response(),
                "C'est fait : la place est à vous. Un courriel de confirmation part à l'instant, avec le lien de cette page.");
        return new ModelAndView("redirect:" + registration.path());
    }

    private static ModelAndView page(AskPages.Ask ask, Form form, HttpStatus status) {
        return new ModelAndView("registration/ask", Map.of("ask", ask, "form", form), status);
    }

    private ModelAndView full(AskPages.Ask ask, int seats) {
        var model = Map.of("ask", ask, "similar", pages.similar(ask, seats));
        return new ModelAndView("registration/full", model, HttpStatus.CONFLICT);
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
