package fr.preau.registration;

import fr.preau.territory.Schools;
import fr.preau.web.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
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

    WaitingController(WaitingList list, AskPages pages, Schools schools, Rations rations) {
        super(Desk.WAITING, pages, schools, rations);
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
    ModelAndView answer(Sent sent, SeatRequest request) {
        return switch (list.join(request)) {
            case Joining.Joined(var entry) -> joined(sent, request, entry);
            case Joining.Seated(var registration) -> RegistrationController.done(sent, request, registration);
            case Joining.Known() -> received(sent, request);
            case Joining.Refused(var reason) -> page(sent, sent.form().refuse(reason), HttpStatus.CONFLICT);
            case Joining.Unknown() -> throw AskPages.noSuchSession();
            case Joining.Room(), Joining.GivenBack() -> throw new IllegalStateException("the list does that itself");
        };
    }

    private static ModelAndView joined(Sent sent, SeatRequest request, WaitingEntry entry) {
        if (!isTheirs(sent, entry.wanted())) {
            return received(sent, request);
        }
        Notice.say(
                sent.call().response(),
                entry.waits()
                        ? "C'est noté : vous êtes sur la liste d'attente. Un courriel vous donne le lien de cette page."
                        : "Il y avait juste assez de places : elles sont gardées pour vous. Acceptez-les ci-dessous.");
        return new ModelAndView("redirect:" + entry.path());
    }
}
