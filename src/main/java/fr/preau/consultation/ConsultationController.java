package fr.preau.consultation;

import fr.preau.account.Viewer;
import fr.preau.consultation.Consultation.Stage;
import fr.preau.web.Choice;
import fr.preau.web.Fields;
import fr.preau.web.Forbidden;
import fr.preau.web.Form;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import fr.preau.web.Pager;
import fr.preau.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// National consultations, for those who steer them.
@Controller
@RequestMapping(ConsultationController.LIST)
class ConsultationController {
    static final String LIST = "/espace/administration/consultations";

    private final Consultations consultations;
    private final Clock clock;

    ConsultationController(Consultations consultations, Clock clock) {
        this.consultations = consultations;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "1") int page, Viewer viewer, Model model) {
        pilot(viewer);
        var all = consultations.all();
        var pager = Pager.near(page, all.size(), LIST);
        model.addAttribute("consultations", pager.of(all));
        model.addAttribute("pager", pager);
        return "consultation/list";
    }

    @GetMapping("/nouvelle")
    String blank(Viewer viewer, Model model) {
        pilot(viewer);
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"));
        return page(null, Form.filled(ConsultationForm.blank(today)), 0, model);
    }

    @PostMapping
    String create(
            @RequestParam UUID jeton,
            @RequestParam MultiValueMap<String, String> typed,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        pilot(viewer);
        var fields = new Fields(typed);
        var consultation = new ConsultationForm(fields).read(jeton, null, 0);
        if (consultation == null) {
            response.setStatus(422);
            return page(null, fields.form(), 0, model);
        }
        consultations.create(consultation);
        Notice.say(response, "La consultation est créée.");
        return "redirect:" + LIST;
    }

    @GetMapping("/{id}")
    String edit(@PathVariable UUID id, Viewer viewer, Model model) {
        pilot(viewer);
        var consultation = found(id);
        return page(consultation, Form.filled(ConsultationForm.of(consultation)), consultation.lock(), model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        pilot(viewer);
        var before = found(id);
        var fields = new Fields(typed);
        var lock = Typed.number(Typed.line(typed.getFirst("lock"))).orElse(-1);
        var consultation = new ConsultationForm(fields).read(id, before, lock);
        if (consultation == null) {
            response.setStatus(422);
            return page(before, fields.form(), lock, model);
        }
        if (!consultations.change(consultation)) {
            response.setStatus(409);
            fields.form()
                    .refuse("Quelqu'un d'autre a changé cette consultation pendant que vous écriviez. Ce que vous avez"
                            + " écrit est gardé ici ; enregistrez encore pour qu'il prenne la place.");
            return page(before, fields.form(), before.lock(), model);
        }
        Notice.say(response, "La consultation est enregistrée.");
        return "redirect:" + LIST;
    }

    private static void pilot(Viewer viewer) {
        Forbidden.unless(viewer.isPilot(), "Les consultations nationales sont réglées par le pilotage national.");
    }

    private Consultation found(UUID id) {
        return consultations.find(new ConsultationId(id)).orElseThrow(new NotFound("Cette consultation n'existe pas."));
    }

    private static String page(@Nullable Consultation consultation, Form form, int lock, Model model) {
        model.addAttribute("consultation", consultation);
        model.addAttribute("form", form);
        model.addAttribute("lock", lock);
        model.addAttribute("stages", Choice.of(List.of(Stage.values()), Stage::name, Stage::french));
        return "consultation/edit";
    }
}
