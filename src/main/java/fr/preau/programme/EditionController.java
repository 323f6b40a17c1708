package fr.preau.programme;

import fr.preau.account.Viewer;
import fr.preau.web.Forbidden;
import fr.preau.web.Form;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import fr.preau.web.Pager;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Editions, for those who steer the programme.
@Controller
@RequestMapping("/espace/administration/editions")
class EditionController {
    static final String LIST = "/espace/administration/editions";

    private final Editions editions;
    private final Clock clock;

    EditionController(Editions editions, Clock clock) {
        this.editions = editions;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "1") int page, Viewer viewer, Model model) {
        pilot(viewer);
        var all = editions.forPilots();
        var pager = Pager.near(page, all.size(), LIST);
        model.addAttribute("pager", pager);
        model.addAttribute(
                "editions",
                all.stream()
                        .skip(Pager.offset(pager.number()))
                        .limit(Pager.LINES)
                        .toList());
        model.addAttribute("now", clock.instant());
        return "programme/editions";
    }

    @GetMapping("/nouvelle")
    String blank(Viewer viewer, Model model) {
        pilot(viewer);
        var kinds = Edition.LETTER_KINDS.stream().map(Edition.Kind::name).collect(Collectors.joining("\n"));
        return page(
                null,
                Form.filled(Map.of("kinds", kinds, "delegated", "true", "offerHours", Edition.OFFER_HOURS)),
                0,
                model);
    }

    @PostMapping
    String create(
            Viewer viewer,
            @RequestParam UUID jeton,
            @Valid @ModelAttribute("typed") EditionForm typed,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        pilot(viewer);
        var form = Form.of(errors);
        typed.check(form);
        if (form.hasErrors()) {
            response.setStatus(422);
            return page(null, form, 0, model);
        }
        editions.draft(viewer, typed.edition(jeton, Edition.LETTER_KINDS));
        Notice.say(
                response, "L'édition est créée, en brouillon : le site ne change pas tant que vous ne l'ouvrez pas.");
        return "redirect:" + LIST;
    }

    @GetMapping("/{id}")
    String edit(@PathVariable UUID id, Viewer viewer, Model model) {
        pilot(viewer);
        var row = found(id);
        return page(row, Form.filled(values(EditionForm.of(row.edition(), row.lock()))), row.lock(), model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable UUID id,
            Viewer viewer,
            @Valid @ModelAttribute("typed") EditionForm typed,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        pilot(viewer);
        var row = found(id);
        var form = Form.of(errors);
        typed.check(form);
        if (form.hasErrors()) {
            response.setStatus(422);
            return page(row, form, typed.seen(), model);
        }
        if (!editions.change(viewer, typed.edition(id, row.edition().kinds()), typed.seen())) {
            response.setStatus(409);
            form.refuse("Quelqu'un d'autre a changé cette édition pendant que vous écriviez. Ce que vous avez écrit"
                    + " est gardé ici ; enregistrez encore pour qu'il prenne la place.");
            return page(row, form, row.lock(), model);
        }
        Notice.say(response, "L'édition est enregistrée.");
        return "redirect:" + LIST;
    }

    static void pilot(Viewer viewer) {
        Forbidden.unless(viewer.isPilot(), "Les éditions sont réglées par le pilotage national.");
    }

    private EditionRepository.Row found(UUID id) {
        return editions.forChange(new EditionId(id)).orElseThrow(new NotFound("Cette édition n'existe pas."));
    }

    private static String page(EditionRepository.@Nullable Row row, Form form, int lock, Model model) {
        model.addAttribute("row", row);
        model.addAttribute("form", form);
        model.addAttribute("lock", lock);
        model.addAttribute(
                "action", row == null ? LIST : LIST + "/" + row.edition().id().value());
        return "programme/edition";
    }

    private static Map<String, Object> values(EditionForm form) {
        var values = new HashMap<String, Object>();
        values.put("name", form.name());
        values.put("firstDay", form.firstDay());
        values.put("lastDay", form.lastDay());
        values.put("submissionsOpen", form.submissionsOpen());
        values.put("submissionsClose", form.submissionsClose());
        values.put("registrationsOpen", form.registrationsOpen());
        values.put("registrationsClose", form.registrationsClose());
        values.put("schoolYear", form.schoolYear());
        values.put("kinds", form.kinds());
        values.put("partners", Objects.requireNonNullElse(form.partners(), ""));
        values.put("delegated", form.isDelegated() ? List.of("true") : List.of());
        values.put("offerHours", form.offerHours());
        values.put("waitingRoom", form.hasWaitingRoom() ? List.of("true") : List.of());
        return values;
    }
}
