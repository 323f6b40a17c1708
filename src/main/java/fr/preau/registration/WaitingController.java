package fr.preau.registration;

import fr.preau.territory.Schools;
import fr.preau.web.Form;
import fr.preau.web.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The form that joins the waiting list of a full session.
@Controller
@RequestMapping("/evenements/{event}/seances/{session}/attente")
class WaitingController extends AskController {
    private final WaitingList list;

    WaitingController(WaitingList list, AskPages pages, Schools schools) {
        super(Desk.WAITING, pages, schools);
        this.list = list;
    }

    @GetMapping
    ModelAndView ask(
            Call call,
            @PathVariable String event,
            @PathVariable String session,
            @RequestParam(defaultValue = "") String comme) {
        return Way.of(comme)
                .map(way -> page(call, way))
                .orElseGet(() -> new ModelAndView("redirect:/evenements/{event}/seances/{session}/inscription"));
    }

    @Override
    ModelAndView answer(Call call, Asked asked, BindingResult errors) {
        var request = new SeatRequest(asked.token(), call.event(), call.session(), asked.registrant());
        return switch (list.join(request)) {
            case Joining.Joined(var entry) -> joined(call, entry);
            case Joining.Seated(var registration) -> RegistrationController.done(call, registration);
            case Joining.Refused(var reason) ->
                page(call, asked.way(), Form.of(errors).refuse(reason), HttpStatus.CONFLICT);
            case Joining.Unknown() -> throw AskPages.noSuchSession();
            case Joining.Room() -> throw new IllegalStateException("the list takes the seats itself");
        };
    }

    private static ModelAndView joined(Call call, WaitingEntry entry) {
        Notice.say(
                call.response(),
                entry.waits()
                        ? "C'est noté : vous êtes sur la liste d'attente. Un courriel vous donne le lien de cette page."
                        : "Il y avait juste assez de places : elles sont gardées pour vous. Acceptez-les ci-dessous.");
        return new ModelAndView("redirect:" + entry.path());
    }
}
