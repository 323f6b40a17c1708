package fr.preau.attendance;

import fr.preau.account.Viewer;
import fr.preau.registration.Held;
import fr.preau.registration.Registration;
import fr.preau.registration.RegistrationId;
import fr.preau.web.Form;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
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

/// The door of a session: counts, tickets typed, the list to tick. It needs neither script nor camera.
@Controller
@RequestMapping("/espace/evenements/{event}/seances/{session}/accueil")
class DeskController {
    private final Desks desks;
    private final DeskPages pages;
    private final TicketReader tickets;
    private final CheckIn checkIn;
    private final Clock clock;

    DeskController(Desks desks, DeskPages pages, TicketReader tickets, CheckIn checkIn, Clock clock) {
        this.desks = desks;
        this.pages = pages;
        this.tickets = tickets;
        this.checkIn = checkIn;
        this.clock = clock;
    }

    /// One door and one person at it: what every handler of this page needs.
    record Call(Desk desk, Viewer viewer) {}

    @ModelAttribute("call")
    Call call(@PathVariable UUID event, @PathVariable UUID session, Viewer viewer) {
        return new Call(desks.open(event, session, viewer), viewer);
    }

    @ModelAttribute("place")
    DeskPages.Place place(
            @RequestParam(defaultValue = "") String recherche, @RequestParam(defaultValue = "1") int page) {
        return new DeskPages.Place(recherche, page);
    }

    @GetMapping
    String show(
            @ModelAttribute(name = "call", binding = false) Call call,
            @ModelAttribute(name = "place", binding = false) DeskPages.Place place,
            Model model) {
        return pages.page(call.desk(), place, model);
    }

    /// A class is counted head by head: its ticket opens its own page.
    @PostMapping("/billet")
    String ticket(
            @ModelAttribute(name = "call", binding = false) Call call,
            @RequestParam(defaultValue = "") String billet,
            HttpServletResponse response,
            Model model) {
        return switch (tickets.read(call.desk(), billet)) {
            case TicketReading.Bad(var sentence) -> refused(call.desk(), billet, sentence, response, model);
            case TicketReading.Cancelled(var held, var sentence) ->
                refused(
                        call.desk(),
                        billet,
                        "%s. %s".formatted(Guest.name(held.registration()), sentence),
                        response,
                        model);
            case TicketReading.Good(var held) -> {
                if (held.registration().kind() == Registration.Kind.CLASS) {
                    yield "redirect:" + path(call.desk(), held.registration());
                }
                var welcome = checkIn.welcome(call.desk(), act(call, held, null));
                yield welcome instanceof Welcome.TurnedAway(var sentence)
                        ? refused(call.desk(), billet, sentence, response, model)
                        : said(welcome, call.desk(), DeskPages.Place.START, response);
            }
        };
    }

    @GetMapping("/arrivees/{registration}")
    String guest(
            @ModelAttribute(name = "call", binding = false) Call call, @PathVariable UUID registration, Model model) {
        var held = find(call.desk(), registration);
        return guest(call.desk(), held, Form.filled(HeadsForm.announced(held.registration())), model);
    }

    @PostMapping("/arrivees/{registration}")
    String arrive(
            @ModelAttribute(name = "call", binding = false) Call call,
            @ModelAttribute(name = "place", binding = false) DeskPages.Place place,
            @PathVariable UUID registration,
            @Valid HeadsForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        var held = find(call.desk(), registration);
        var heads = form.read(errors, held.registration());
        if (heads == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return guest(call.desk(), held, Form.of(errors), model);
        }
        var welcome = checkIn.welcome(call.desk(), act(call, held, heads));
        if (welcome instanceof Welcome.TurnedAway(var sentence)) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return guest(call.desk(), held, Form.of(errors).refuse(sentence), model);
        }
        return said(welcome, call.desk(), place, response);
    }

    @PostMapping("/arrivees/{registration}/annulation")
    String undo(
            @ModelAttribute(name = "call", binding = false) Call call,
            @ModelAttribute(name = "place", binding = false) DeskPages.Place place,
            @PathVariable UUID registration,
            HttpServletResponse response) {
        var held = find(call.desk(), registration);
        return said(checkIn.undo(call.desk(), act(call, held, null)), call.desk(), place, response);
    }

    private Held find(Desk desk, UUID registration) {
        return switch (tickets.of(desk, new RegistrationId(registration))) {
            case TicketReading.Good(var held) -> held;
            case TicketReading.Cancelled(var _, var sentence) -> throw new NotFound(sentence);
            case TicketReading.Bad(var sentence) -> throw new NotFound(sentence);
        };
    }

    private CheckIn.Act act(Call call, Held held, @org.jspecify.annotations.Nullable Heads heads) {
        return new CheckIn.Act(
                held.registration(), heads, clock.instant(), call.viewer().person());
    }

    private String refused(Desk desk, String typed, String sentence, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        var form = Form.filled(Map.of("billet", typed)).refuse("billet", sentence);
        return pages.page(desk, DeskPages.Place.START, Map.of("ticket", form), model);
    }

    private String guest(Desk desk, Held held, Form form, Model model) {
        model.addAttribute("desk", desk);
        model.addAttribute("guest", pages.guest(held));
        model.addAttribute("form", form);
        return "attendance/guest";
    }

    private static String said(Welcome welcome, Desk desk, DeskPages.Place place, HttpServletResponse response) {
        Notice.say(response, welcome.sentence());
        return "redirect:" + desk.path() + place.query();
    }

    private static String path(Desk desk, Registration registration) {
        return desk.path() + "/arrivees/" + registration.id().value();
    }
}
