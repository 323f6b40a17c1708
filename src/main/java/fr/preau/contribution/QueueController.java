package fr.preau.contribution;

import fr.preau.account.Viewer;
import fr.preau.consultation.Consultations;
import fr.preau.consultation.Steering;
import fr.preau.contribution.ContributionOutcome.Done;
import fr.preau.contribution.ContributionOutcome.Refused;
import fr.preau.web.Choice;
import fr.preau.web.Fields;
import fr.preau.web.Forbidden;
import fr.preau.web.Form;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import fr.preau.web.Pager;
import fr.preau.web.Typed;
import fr.preau.wording.Wordings;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What a territory's coordination reads before everyone does, and what it may still decide afterwards.
@Controller
@RequestMapping("/espace/consultations/contributions")
class QueueController {
    static final String PATH = "/espace/consultations/contributions";

    private final Contributions contributions;
    private final ContributionRepository repository;
    private final Consultations consultations;
    private final Moderation moderation;
    private final Waiting waiting;
    private final DoublesRepository doubles;
    private final Wordings wordings;
    private final Steering steering;

    QueueController(
            Contributions contributions,
            ContributionRepository repository,
            Consultations consultations,
            Moderation moderation,
            Waiting waiting,
            DoublesRepository doubles,
            Wordings wordings,
            Steering steering) {
        this.contributions = contributions;
        this.repository = repository;
        this.consultations = consultations;
        this.moderation = moderation;
        this.waiting = waiting;
        this.doubles = doubles;
        this.wordings = wordings;
        this.steering = steering;
    }

    @GetMapping
    String queue(Viewer viewer, @RequestParam(defaultValue = "1") int page, Model model) {
        var pager = Pager.near(page, waiting.count(viewer), PATH);
        model.addAttribute("lines", waiting.page(viewer, pager.number()));
        model.addAttribute("pager", pager);
        return "contribution/queue";
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Viewer viewer, Model model) {
        var contribution = open(id, viewer);
        return page(contribution, Form.filled(LineForm.of(contribution)), model);
    }

    @PostMapping("/{id}/publier")
    String publish(
            @PathVariable UUID id, @RequestParam UUID jeton, Viewer viewer, Model model, HttpServletResponse response) {
        var contribution = open(id, viewer);
        return said(
                moderation.publish(contribution.id(), new Moderation.By(viewer, jeton)),
                contribution,
                Form.filled(LineForm.of(contribution)),
                model,
                response);
    }

    /// `action` is « masquer », or « effacer » when the law asks for it.
    @PostMapping("/{id}/masquer")
    String mask(
            @PathVariable UUID id,
            @RequestParam UUID jeton,
            @RequestParam Map<String, String> typed,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        var contribution = open(id, viewer);
        var fields = new Fields(typed);
        var reason = fields.required("raison", MaskReason.class, "Choisissez une raison.");
        var sentence = fields.required("phrase", LineForm.TEXT, "Expliquez en une phrase, sans nommer personne.");
        if (fields.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(contribution, fields.form(), model);
        }
        var by = new Moderation.By(viewer, jeton);
        return said(
                "effacer".equals(fields.raw("action"))
                        ? moderation.remove(contribution.id(), reason.orElseThrow(), sentence, by)
                        : moderation.mask(contribution.id(), reason.orElseThrow(), sentence, by),
                contribution,
                fields.form(),
                model,
                response);
    }

    @PostMapping("/{id}/corriger")
    String correct(
            @PathVariable UUID id,
            @RequestParam UUID jeton,
            @RequestParam Map<String, String> typed,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        var contribution = open(id, viewer);
        var fields = new Fields(typed);
        var why = fields.required("motif", 300, "Dites pourquoi le texte change.");
        var line = LineForm.read(fields, "", -1);
        if (line.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(contribution, fields.form(), model);
        }
        var seen = Typed.number(fields.raw("version")).orElse(0);
        return said(
                moderation.correct(contribution.id(), seen, line.get(), why, new Moderation.By(viewer, jeton)),
                contribution,
                fields.form(),
                model,
                response);
    }

    @PostMapping("/{id}/versions/{version}/effacer")
    String eraseVersion(
            @PathVariable UUID id,
            @PathVariable int version,
            @RequestParam UUID jeton,
            @RequestParam Map<String, String> typed,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        var contribution = open(id, viewer);
        if (repository.wordings(contribution.id()).stream().noneMatch(one -> one.version() == version)) {
            throw new NotFound("Cette contribution n'a pas de version de ce numéro.");
        }
        var fields = new Fields(typed);
        var why = fields.required("pourquoi", LineForm.TEXT, "Dites pourquoi, sans nommer personne.");
        model.addAttribute("erasing", version);
        if (fields.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(contribution, fields.form(), model);
        }
        return said(
                moderation.eraseVersion(contribution.id(), version, why, new Moderation.By(viewer, jeton)),
                contribution,
                fields.form(),
                model,
                response);
    }

    private Contribution open(UUID id, Viewer viewer) {
        var contribution = contributions
                .find(new ContributionId(id))
                .orElseThrow(new NotFound("Cette contribution n'existe pas."));
        Forbidden.unless(
                steering.steers(viewer, contribution.territory()),
                "Cette contribution est lue par la coordination de son territoire (%s)."
                        .formatted(contribution.territory().label()));
        return contribution;
    }

    private String page(Contribution contribution, Form form, Model model) {
        model.addAttribute("contribution", contribution);
        model.addAttribute(
                "theme",
                consultations
                        .find(contribution.consultation())
                        .orElseThrow()
                        .theme(contribution.theme())
                        .name());
        model.addAttribute("findings", findings(contribution));
        model.addAttribute("effects", moderation.effects(contribution));
        model.addAttribute("wordings", repository.wordings(contribution.id()));
        model.addAttribute("form", form);
        model.addAttribute("natures", OnlineForm.natures());
        model.addAttribute("reasons", Choice.of(List.of(MaskReason.values()), Enum::name, MaskReason::french));
        return "contribution/decide";
    }

    private List<String> findings(Contribution contribution) {
        var findings = new ArrayList<>(FindingRules.in(contribution.text()));
        var key = wordings.key(contribution.text());
        doubles.of(contribution).stream()
                .filter(other -> wordings.key(other.text()).equals(key))
                .forEach(other -> findings.add("Les mêmes mots que %s.".formatted(other.reference())));
        return findings;
    }

    private String said(
            ContributionOutcome outcome,
            Contribution contribution,
            Form form,
            Model model,
            HttpServletResponse response) {
        return switch (outcome) {
            case Done(var sentence) -> {
                Notice.say(response, sentence);
                yield "redirect:" + PATH;
            }
            case Refused(var sentence) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield page(contributions.find(contribution.id()).orElseThrow(), form.refuse(sentence), model);
            }
        };
    }
}
