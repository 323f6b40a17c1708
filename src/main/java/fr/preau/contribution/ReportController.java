package fr.preau.contribution;

import fr.preau.consultation.Category;
import fr.preau.contribution.ContributionOutcome.Done;
import fr.preau.contribution.ContributionOutcome.Refused;
import fr.preau.web.Fields;
import fr.preau.web.Form;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import fr.preau.web.Typed;
import fr.preau.wording.Wordings;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The rapporteur's form, opened by the workshop's key: written with or without script, checked, then deposited once.
@Controller
@RequestMapping("/consultations/rapport/{key}")
class ReportController {
    private final Reports reports;
    private final SeeAlso seeAlso;
    private final Wordings wordings;

    ReportController(Reports reports, SeeAlso seeAlso, Wordings wordings) {
        this.reports = reports;
        this.seeAlso = seeAlso;
        this.wordings = wordings;
    }

    /// What is shown before the deposit; `checks` is null until they were asked for.
    record Checked(List<String> checks, Map<Integer, SeeAlso.Found> related) {}

    @GetMapping
    String show(@PathVariable String key, @RequestParam Map<String, String> asked, Model model) {
        var place = open(key);
        return place.isFiled() ? filed(place, Form.empty(), model) : page(place, new ReportForm(asked), null, model);
    }

    @PostMapping
    String send(
            @PathVariable String key,
            @RequestParam UUID jeton,
            @RequestParam(defaultValue = "verifier") String action,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        var place = open(key);
        var form = new ReportForm(typed);
        if (action.equals("ajouter")) {
            form.addLine();
            return page(place, form, null, model);
        }
        if (action.matches("retirer-\\d{1,2}")) {
            form.removeLine(Integer.parseInt(action.substring("retirer-".length())));
            return page(place, form, null, model);
        }
        var filing = form.read();
        if (filing.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(place, form, null, model);
        }
        return action.equals("deposer")
                ? deposit(place, jeton, filing.get(), form, model, response)
                : page(place, form, checked(place, filing.get(), form.looksAlone()), model);
    }

    private String deposit(
            Place place, UUID jeton, Filing filing, ReportForm form, Model model, HttpServletResponse response) {
        var outcome = place.isFiled() || reports.maySpeakOf(place.session())
                ? reports.file(place, jeton, filing)
                : new Refused("L'atelier n'a pas encore commencé : le compte rendu se dépose après.");
        return switch (outcome) {
            case Done(var sentence) -> {
                Notice.say(response, sentence);
                yield "redirect:" + place.path();
            }
            case Refused(var sentence) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                form.form().refuse(sentence);
                yield page(place, form, null, model);
            }
        };
    }

    @PostMapping("/remarques/{remark}")
    String answer(
            @PathVariable String key,
            @PathVariable UUID remark,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        var place = opened(key);
        var fields = new Fields(typed);
        var outcome = fields.required("suite", Remark.Outcome.class, "Dites si vous corrigez ou si vous gardez.");
        var words = fields.required("reponse", LineForm.TEXT, "Répondez en une phrase.");
        if (fields.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("answering", remark);
            return filed(place, fields.form(), model);
        }
        return switch (reports.answer(place.filed(), remark, outcome.orElseThrow(), words)) {
            case Done(var sentence) -> done(sentence, place, response);
            case Refused(var sentence) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("answering", remark);
                yield filed(open(key), fields.form().refuse(sentence), model);
            }
        };
    }

    @PostMapping("/validation")
    String validate(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String lu,
            Model model,
            HttpServletResponse response) {
        var place = opened(key);
        return switch (reports.validate(place.filed(), lu, Report.By.FACILITATOR, "")) {
            case Done(var sentence) -> done(sentence, place, response);
            case Refused(var sentence) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield filed(place, Form.empty().refuse(sentence), model);
            }
        };
    }

    @GetMapping("/contributions/{id}")
    String correction(@PathVariable String key, @PathVariable UUID id, Model model) {
        var place = opened(key);
        var contribution = piece(place, id);
        return correction(place, contribution, Form.filled(LineForm.of(contribution)), model);
    }

    @PostMapping("/contributions/{id}")
    String correct(
            @PathVariable String key,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        var place = opened(key);
        var contribution = piece(place, id);
        var fields = new Fields(typed);
        var why = fields.text("motif", 300);
        var line = LineForm.read(fields, "", place.filed().present());
        if (line.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return correction(place, contribution, fields.form(), model);
        }
        var seen = Typed.number(fields.raw("version")).orElse(0);
        return switch (reports.correct(place.filed(), contribution.id(), seen, line.get(), why)) {
            case Done(var sentence) -> done(sentence, place, response);
            case Refused(var sentence) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield correction(place, piece(place, id), fields.form().refuse(sentence), model);
            }
        };
    }

    private Place open(String key) {
        var place = reports.behind(key)
                .orElseThrow(new NotFound("Ce lien n'ouvre pas de compte rendu : demandez le bon à l'organisateur."));
        if (place.workshop().cancelled() || place.session().isCancelled()) {
            throw new NotFound("Cet atelier est annulé : il n'y a pas de compte rendu à déposer.");
        }
        return place;
    }

    private Place opened(String key) {
        var place = open(key);
        if (!place.isFiled()) {
            throw new NotFound("Le compte rendu de cet atelier n'est pas encore déposé.");
        }
        return place;
    }

    private Contribution piece(Place place, UUID id) {
        return reports.contributions(place.filed()).stream()
                .filter(one -> one.id().value().equals(id))
                .findFirst()
                .orElseThrow(new NotFound("Cette contribution n'est pas dans ce compte rendu."));
    }

    private Checked checked(Place place, Filing filing, boolean alone) {
        var related = alone ? Map.<Integer, SeeAlso.Found>of() : related(place, filing.lines());
        return new Checked(ReportChecks.of(filing, place.workshop().seats(), wordings::key), related);
    }

    private Map<Integer, SeeAlso.Found> related(Place place, List<Filing.Line> lines) {
        var related = new LinkedHashMap<Integer, SeeAlso.Found>();
        for (int i = 0; i < lines.size(); i++) {
            var number = i + 1;
            seeAlso.to(
                            lines.get(i).text(),
                            place.session().consultation(),
                            place.workshop().theme())
                    .ifPresent(found -> related.put(number, found));
        }
        return related;
    }

    private static String done(String sentence, Place place, HttpServletResponse response) {
        Notice.say(response, sentence);
        return "redirect:" + place.path();
    }

    private String page(Place place, ReportForm form, @Nullable Checked checked, Model model) {
        model.addAttribute("begun", reports.maySpeakOf(place.session()));
        model.addAttribute("place", place);
        model.addAttribute("typed", form);
        model.addAttribute("form", form.form());
        model.addAttribute("checked", checked);
        model.addAttribute("natures", OnlineForm.natures());
        model.addAttribute("categories", List.of(Category.values()));
        return "contribution/report";
    }

    private String filed(Place place, Form form, Model model) {
        model.addAttribute("place", place);
        model.addAttribute("form", form);
        model.addAttribute("pieces", reports.contributions(place.filed()));
        model.addAttribute("remarks", reports.remarks(place.filed()));
        model.addAttribute("standing", reports.standing(place.filed()));
        model.addAttribute("open", reports.takesRemarks(place.filed()));
        return "contribution/filed";
    }

    private static String correction(Place place, Contribution contribution, Form form, Model model) {
        model.addAttribute("place", place);
        model.addAttribute("contribution", contribution);
        model.addAttribute("form", form);
        model.addAttribute("natures", OnlineForm.natures());
        return "contribution/correction";
    }
}
