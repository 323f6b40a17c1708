package fr.preau.registration;

import fr.preau.territory.Schools;
import fr.preau.web.Form;
import fr.preau.web.Notice;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The form that takes seats.
@Controller
@RequestMapping("/evenements/{event}/seances/{session}/inscription")
class RegistrationController extends AskController {
    private final Registrations registrations;
    private final AskPages pages;

    RegistrationController(Registrations registrations, AskPages pages, Schools schools) {
        super(Desk.REGISTRATION, pages, schools);
        this.registrations = registrations;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView ask(Call call, @RequestParam(defaultValue = "") String comme) {
        var way = Way.of(comme);
        if (way.isEmpty()) {
            return new ModelAndView("registration/ways", "ways", pages.ways(call.event(), call.session()));
        }
        var ask = ask(call, way.get());
        var form = Form.filled(ask.known());
        return ask.isFull() ? full(ask, 1, form) : page(ask, form, HttpStatus.OK);
    }

    @Override
    ModelAndView answer(Call call, Asked asked, BindingResult errors) {
        var request = new SeatRequest(asked.token(), call.event(), call.session(), asked.registrant());
        return switch (registrations.register(request)) {
            case Outcome.Confirmed(var registration) -> done(call, registration);
            case Outcome.AlreadyDone(var registration) -> done(call, registration);
            case Outcome.Refused(var reason) ->
                page(call, asked.way(), Form.of(errors).refuse(reason), HttpStatus.CONFLICT);
            case Outcome.Full _ -> full(ask(call, asked.way()), seats(asked.registrant()), Form.of(errors));
            case Outcome.Unknown() -> throw AskPages.noSuchSession();
        };
    }

    static ModelAndView done(Call call, Registration registration) {
        Notice.say(
                call.response(),
                "C'est fait. Un courriel de confirmation part à l'instant, avec le lien de cette page.");
        return new ModelAndView("redirect:" + registration.path());
    }

    /// `typed` is what was asked for: joining the waiting list with it takes one press.
    private ModelAndView full(AskPages.Ask ask, int seats, Form typed) {
        var model = Map.of("ask", ask, "similar", pages.similar(ask, seats), "form", typed);
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
