package fr.preau.registration;

import fr.preau.account.Viewer;
import fr.preau.event.EventId;
import fr.preau.event.SessionId;
import fr.preau.territory.Schools;
import fr.preau.web.Form;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// One form for three ways in, answered twice: to take seats ([RegistrationController]), and to wait for them
/// ([WaitingController]). No account is needed but for a class.
abstract class AskController {
    private final Desk desk;
    private final AskPages pages;
    private final Schools schools;

    AskController(Desk desk, AskPages pages, Schools schools) {
        this.desk = desk;
        this.pages = pages;
        this.schools = schools;
    }

    /// One request on one session: what every handler of this page needs ([Calls]).
    record Call(EventId event, SessionId session, Viewer viewer, HttpServletResponse response) {}

    /// What was typed, understood.
    record Asked(Way way, UUID token, Registrant registrant) {}

    /// Does what is asked; `errors` holds what was typed.
    abstract ModelAndView answer(Call call, Asked asked, BindingResult errors);

    @PostMapping(params = "comme=eleve")
    ModelAndView pupil(Call call, @RequestParam UUID jeton, @Valid PupilForm form, BindingResult errors) {
        var school = schools.resolve(form.etablissement());
        var answer = read(call, Way.PUPIL, jeton, form.read(errors, school), errors);
        if (school instanceof Schools.Resolved.Several(var candidates)) {
            answer.addObject("candidates", candidates);
        }
        return answer;
    }

    @PostMapping(params = "comme=adulte")
    ModelAndView adult(Call call, @RequestParam UUID jeton, @Valid AdultForm form, BindingResult errors) {
        return read(call, Way.ADULT, jeton, form.read(errors), errors);
    }

    @PostMapping(params = "comme=classe")
    ModelAndView schoolClass(Call call, @RequestParam UUID jeton, @Valid ClassForm form, BindingResult errors) {
        return call.viewer().isSignedIn()
                ? read(call, Way.CLASS, jeton, form.read(errors, call.viewer()), errors)
                : page(call, Way.CLASS);
    }

    private ModelAndView read(Call call, Way way, UUID token, @Nullable Registrant registrant, BindingResult errors) {
        return registrant == null
                ? page(call, way, Form.of(errors), HttpStatus.UNPROCESSABLE_CONTENT)
                : answer(call, new Asked(way, token, registrant), errors);
    }

    AskPages.Ask ask(Call call, Way way) {
        return pages.ask(call, desk, way);
    }

    /// The form as it is first shown.
    ModelAndView page(Call call, Way way) {
        var ask = ask(call, way);
        return page(ask, Form.filled(ask.known()), HttpStatus.OK);
    }

    ModelAndView page(Call call, Way way, Form form, HttpStatus status) {
        return page(ask(call, way), form, status);
    }

    static ModelAndView page(AskPages.Ask ask, Form form, HttpStatus status) {
        return new ModelAndView("registration/ask", Map.of("ask", ask, "form", form), status);
    }
}
