package fr.preau.registration;

import fr.preau.account.Viewer;
import fr.preau.event.EventId;
import fr.preau.event.SessionId;
import fr.preau.territory.Schools;
import fr.preau.web.Form;
import fr.preau.web.Network;
import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// One form for three ways in, answered twice: to take seats ([RegistrationController]), and to wait for them
/// ([WaitingController]). No account is needed but for a class.
abstract class AskController {
    private final Desk desk;
    private final AskPages pages;
    private final Schools schools;
    private final Rations rations;

    AskController(Desk desk, AskPages pages, Schools schools, Rations rations) {
        this.desk = desk;
        this.pages = pages;
        this.schools = schools;
        this.rations = rations;
    }

    /// One request on one session: what every handler of this page needs ([Calls]).
    record Call(EventId event, SessionId session, Viewer viewer, Network network, HttpServletResponse response) {}

    /// A form as it was sent: `children` is how many lines it had for them, `errors` holds what was typed.
    record Sent(Call call, Way way, UUID token, int children, BindingResult errors) {
        /// Words where fields of their own belong: no page of ours sends them.
        Sent {
            if (errors.getTarget() == null) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
        }

        Form form() {
            return Form.of(errors);
        }

        /// As typed, with nothing said against it.
        Form kept() {
            var typed = form();
            var values = new LinkedHashMap<String, String>();
            way.fields(children).forEach(field -> values.put(field, typed.value(field)));
            return Form.filled(values);
        }
    }

    /// Does what is asked.
    abstract ModelAndView answer(Sent sent, SeatRequest request);

    /// `revoir` is set by the buttons that show the form again: « enfant », with one more line for a child.
    @PostMapping(params = "comme=eleve")
    ModelAndView pupil(
            Call call,
            @RequestParam UUID jeton,
            @RequestParam(defaultValue = "") String revoir,
            @Valid PupilForm form,
            BindingResult errors) {
        var sent = new Sent(call, Way.PUPIL, jeton, form.enfants().lines(), errors);
        if (!revoir.isEmpty()) {
            return again(sent, revoir);
        }
        var school = schools.resolve(form.etablissement());
        var answer = read(sent, form.read(errors, school));
        if (school instanceof Schools.Resolved.Several(var candidates)) {
            answer.addObject("candidates", candidates);
        }
        return answer;
    }

    @PostMapping(params = "comme=adulte")
    ModelAndView adult(
            Call call,
            @RequestParam UUID jeton,
            @RequestParam(defaultValue = "") String revoir,
            @Valid AdultForm form,
            BindingResult errors) {
        var sent = new Sent(call, Way.ADULT, jeton, form.enfants().lines(), errors);
        return revoir.isEmpty() ? read(sent, form.read(errors)) : again(sent, revoir);
    }

    @PostMapping(params = "comme=classe")
    ModelAndView schoolClass(
            Call call,
            @RequestParam UUID jeton,
            @RequestParam(defaultValue = "") String revoir,
            @Valid ClassForm form,
            BindingResult errors) {
        if (!call.viewer().isSignedIn()) {
            return page(call, Way.CLASS);
        }
        var sent = new Sent(call, Way.CLASS, jeton, 0, errors);
        if (!revoir.isEmpty()) {
            return again(sent, revoir);
        }
        var group = form.read(errors, call.viewer());
        return read(sent, group == null ? null : Family.of(group));
    }

    private ModelAndView read(Sent sent, @Nullable Family family) {
        if (family == null) {
            return page(sent, sent.form(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var call = sent.call();
        var request = new SeatRequest(
                sent.token(), call.event(), call.session(), family.registrant(), family.children(), call.network());
        return rations.excess(request).map(excess -> tooMany(sent, excess)).orElseGet(() -> answer(sent, request));
    }

    private ModelAndView tooMany(Sent sent, Rations.Excess excess) {
        sent.call()
                .response()
                .setHeader(HttpHeaders.RETRY_AFTER, Long.toString(excess.pause().toSeconds() + 1));
        return page(sent, sent.form().refuse(excess.reason()), HttpStatus.TOO_MANY_REQUESTS);
    }

    /// Nothing was asked yet: the same form, filled as it was.
    private ModelAndView again(Sent sent, String why) {
        var lines = sent.children() + (why.equals("enfant") ? 1 : 0);
        return page(ask(sent.call(), sent.way()), sent.kept(), Math.min(lines, ChildrenForm.MOST), HttpStatus.OK);
    }

    AskPages.Ask ask(Call call, Way way) {
        return pages.ask(call, desk, way);
    }

    /// The form as it is first shown.
    ModelAndView page(Call call, Way way) {
        var ask = ask(call, way);
        return page(ask, Form.filled(ask.known()), 0, HttpStatus.OK);
    }

    ModelAndView page(Sent sent, Form form, HttpStatus status) {
        return page(ask(sent.call(), sent.way()), form, sent.children(), status);
    }

    static ModelAndView page(AskPages.Ask ask, Form form, int children, HttpStatus status) {
        return new ModelAndView("registration/ask", Map.of("ask", ask, "form", form, "children", children), status);
    }

    /// What is asked for is written, or was already, or its address has as many people as one may: one answer to all,
    /// the letter tells which. Otherwise whoever types somebody's name and address would learn whether they come.
    static ModelAndView received(Sent sent, SeatRequest request) {
        Notice.say(
                sent.call().response(),
                "Demande reçue. La réponse part à %s."
                        .formatted(request.registrant().mail()));
        return new ModelAndView("redirect:" + ReceiptController.path(request));
    }

    /// Whoever signed in with the address reads its letters anyway: they go straight to what they have.
    static boolean isTheirs(Sent sent, Registration registration) {
        return registration.mail().equalsIgnoreCase(sent.call().viewer().mail());
    }
}
