package fr.preau.contribution;

import fr.preau.contribution.ContributionOutcome.Done;
import fr.preau.contribution.ContributionOutcome.Refused;
import fr.preau.web.Choice;
import fr.preau.web.Fields;
import fr.preau.web.Form;
import fr.preau.web.Network;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A deposited report as the workshop's participants read it, and their remarks for 72 hours. Who they are is not
/// asked: the link was sent to them.
@Controller
@RequestMapping("/consultations/rapport/{key}/lecture")
class ReadingController {
    private final Reports reports;
    private final Rationing rationing;
    private final Clock clock;

    ReadingController(Reports reports, Rationing rationing, Clock clock) {
        this.reports = reports;
        this.rationing = rationing;
        this.clock = clock;
    }

    @GetMapping
    String read(@PathVariable String key, Model model) {
        return page(open(key), Form.empty(), model);
    }

    @PostMapping
    String remark(
            @PathVariable String key,
            @RequestParam UUID jeton,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var place = open(key);
        var fields = new Fields(typed);
        var text = fields.required("remarque", LineForm.TEXT, "Écrivez votre remarque.");
        var about = reports.contributions(place.filed()).stream()
                .filter(piece -> piece.id().value().toString().equals(fields.raw("contribution")))
                .map(Contribution::id)
                .findFirst()
                .orElse(null);
        if (fields.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(place, fields.form(), model);
        }
        if (!rationing.allows(
                "remark " + place.filed().id(), Network.of(request).value())) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader("Retry-After", "3600");
            return page(
                    place,
                    fields.form().refuse("Beaucoup de remarques viennent d'ici : réessayez dans une heure."),
                    model);
        }
        var remark = new Remark(jeton, about, text, clock.instant(), null, "");
        return switch (reports.remark(place.filed(), remark)) {
            case Done(var sentence) -> {
                Notice.say(response, sentence);
                yield "redirect:" + place.filed().readPath();
            }
            case Refused(var sentence) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield page(place, fields.form().refuse(sentence), model);
            }
        };
    }

    private Place open(String key) {
        return reports.read(key).orElseThrow(new NotFound("Ce lien n'ouvre pas de compte rendu."));
    }

    private String page(Place place, Form form, Model model) {
        var pieces = reports.contributions(place.filed());
        model.addAttribute("place", place);
        model.addAttribute("form", form);
        model.addAttribute("pieces", pieces);
        model.addAttribute("about", choices(pieces));
        model.addAttribute(
                "remarks",
                reports.remarks(place.filed()).stream()
                        .filter(Remark::isAnswered)
                        .toList());
        model.addAttribute("open", reports.takesRemarks(place.filed()));
        return "contribution/reading";
    }

    private static List<Choice> choices(List<Contribution> pieces) {
        return Stream.concat(
                        Stream.of(new Choice("", "Le compte rendu entier")),
                        pieces.stream()
                                .map(piece -> new Choice(piece.id().value().toString(), label(piece))))
                .toList();
    }

    /// Enough of it to know which one: of a masked one, its reference alone.
    private static String label(Contribution piece) {
        var text = piece.text();
        if (piece.state() == Contribution.State.MASKED || text.isEmpty()) {
            return piece.reference();
        }
        var start = text.codePointCount(0, text.length()) <= 60
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 58)) + "…";
        return "%s : %s".formatted(piece.reference(), start);
    }
}
