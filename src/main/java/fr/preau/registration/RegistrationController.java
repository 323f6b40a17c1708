package fr.preau.registration;

import fr.preau.territory.Schools;
import fr.preau.web.Form;
import fr.preau.web.Notice;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
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

    RegistrationController(Registrations registrations, AskPages pages, Schools schools, Rations rations) {
        super(Desk.REGISTRATION, pages, schools, rations);
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
        return ask.isFull() ? full(ask, 1, form, 0) : page(ask, form, 0, HttpStatus.OK);
    }

    @Override
    ModelAndView answer(Sent sent, SeatRequest request) {
        return switch (registrations.register(request)) {
            case Outcome.Confirmed(var registration) -> done(sent, request, registration);
            case Outcome.AlreadyDone(var registration) -> done(sent, request, registration);
            case Outcome.Known() -> received(sent, request);
            case Outcome.Refused(var reason) -> page(sent, sent.form().refuse(reason), HttpStatus.CONFLICT);
            case Outcome.Full _ -> full(ask(sent.call(), sent.way()), seats(request), sent.form(), sent.children());
            case Outcome.Unknown() -> throw AskPages.noSuchSession();
        };
    }

    static ModelAndView done(Sent sent, SeatRequest request, Registration registration) {
        if (!isTheirs(sent, registration)) {
            return received(sent, request);
        }
        Notice.say(
                sent.call().response(),
                "C'est fait. Un courriel de confirmation part à l'instant, avec le lien de cette page.");
        return new ModelAndView("redirect:" + registration.path());
    }

    /// `typed` is what was asked for: joining the waiting list with it takes one press, and so does asking for less.
    private ModelAndView full(AskPages.Ask ask, int seats, Form typed, int children) {
        var model = Map.of("ask", ask, "similar", pages.similar(ask, seats), "form", typed, "children", children);
        return new ModelAndView("registration/full", model, HttpStatus.CONFLICT);
    }

    /// What to look for elsewhere: for a class the organiser of another event would seat each head.
    private static int seats(SeatRequest request) {
        return request.registrant() instanceof Registrant.ClassGroup group
                ? group.headcount().people()
                : request.people();
    }
}
