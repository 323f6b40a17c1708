package fr.preau.school;

import fr.preau.account.Viewer;
import fr.preau.territory.School;
import fr.preau.territory.SchoolByHand;
import fr.preau.territory.Schools;
import fr.preau.territory.SchoolsByHand;
import fr.preau.territory.Territories;
import fr.preau.territory.Uai;
import fr.preau.web.Choice;
import fr.preau.web.Forbidden;
import fr.preau.web.Form;
import fr.preau.web.French;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import fr.preau.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

/// The directory by hand: a coordination adds and corrects the schools of its territory, pilots all.
@Controller
@RequestMapping(DirectoryController.HERE)
class DirectoryController {
    static final String HERE = "/espace/annuaire";
    private static final int FOUND = 20;

    private final Schools schools;
    private final SchoolsByHand byHand;
    private final DirectoryCorrections corrections;
    private final Territories territories;

    DirectoryController(
            Schools schools, SchoolsByHand byHand, DirectoryCorrections corrections, Territories territories) {
        this.schools = schools;
        this.byHand = byHand;
        this.corrections = corrections;
        this.territories = territories;
    }

    @GetMapping
    String find(@RequestParam(defaultValue = "") String q, Viewer viewer, Model model) {
        requireSteering(viewer);
        var words = Typed.line(q);
        model.addAttribute("form", Form.filled(Map.of("q", words)));
        model.addAttribute("asked", !words.isEmpty());
        model.addAttribute("found", words.isEmpty() ? List.of() : found(words));
        return "school/directory";
    }

    @GetMapping("/nouveau")
    String blank(Viewer viewer, Model model) {
        requireSteering(viewer);
        return page(null, Form.empty(), viewer, model);
    }

    @PostMapping("/nouveau")
    String add(
            @Valid @ModelAttribute DirectoryForm typed,
            BindingResult errors,
            Viewer viewer,
            HttpServletResponse response,
            Model model) {
        requireSteering(viewer);
        var form = Form.of(errors);
        var school = typed.read(null, territories, form).filter(read -> isIn(viewer, read, form));
        if (school.isPresent() && !corrections.add(school.get(), viewer)) {
            form.refuse("uai", "L'annuaire a déjà un établissement de ce numéro : corrigez-le.");
        }
        if (school.isEmpty() || form.hasErrors()) {
            return refused(null, form, viewer, response, model);
        }
        Notice.say(response, "L'établissement est dans l'annuaire.");
        return "redirect:" + address(school.get().uai());
    }

    @GetMapping("/{uai}")
    String one(@PathVariable String uai, Viewer viewer, Model model) {
        var school = school(uai, viewer);
        return page(school, Form.filled(DirectoryForm.values(school)), viewer, model);
    }

    @PostMapping("/{uai}")
    String correct(
            @PathVariable String uai,
            @Valid @ModelAttribute DirectoryForm typed,
            BindingResult errors,
            Viewer viewer,
            HttpServletResponse response,
            Model model) {
        var known = school(uai, viewer);
        var form = Form.of(errors);
        var school = typed.read(known.uai(), territories, form).filter(read -> isIn(viewer, read, form));
        if (school.isEmpty()) {
            return refused(known, form, viewer, response, model);
        }
        Notice.say(
                response,
                corrections.correct(school.get(), viewer)
                        ? "C'est corrigé. Les imports n'y toucheront plus."
                        : "Rien n'était à corriger.");
        return "redirect:" + address(known.uai());
    }

    @PostMapping("/{uai}/ministere")
    String follow(@PathVariable String uai, Viewer viewer, HttpServletResponse response) {
        var known = school(uai, viewer);
        corrections.followFiles(known, viewer);
        Notice.say(response, "Le prochain import dira de nouveau ce qu'est cet établissement.");
        return "redirect:" + address(known.uai());
    }

    private List<School> found(String words) {
        return Uai.parse(words).flatMap(schools::find).map(List::of).orElseGet(() -> schools.search(words, FOUND));
    }

    private static void requireSteering(Viewer viewer) {
        Forbidden.unless(
                viewer.isPilot() || viewer.isCoordinator(),
                "L'annuaire se corrige par les coordinations, dans leur territoire, et par le pilotage national.");
    }

    private School school(String uai, Viewer viewer) {
        requireSteering(viewer);
        var school = Uai.parse(uai)
                .flatMap(schools::find)
                .orElseThrow(new NotFound("L'annuaire n'a pas d'établissement de ce numéro."));
        Forbidden.unless(
                steers(viewer, school.departement()),
                "Cet établissement n'est pas de votre territoire : sa coordination le corrige.");
        return school;
    }

    private boolean isIn(Viewer viewer, SchoolByHand school, Form form) {
        if (!steers(viewer, school.departement())) {
            form.refuse("departement", "Ce département n'est pas de votre territoire.");
        }
        return !form.hasErrors();
    }

    private boolean steers(Viewer viewer, String departement) {
        return viewer.isPilot()
                || territories.departement(departement).filter(viewer::steers).isPresent();
    }

    private String refused(
            @Nullable School school, Form form, Viewer viewer, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(school, form, viewer, model);
    }

    private String page(@Nullable School school, Form form, Viewer viewer, Model model) {
        model.addAttribute("school", school);
        model.addAttribute("byHand", school != null && byHand.isByHand(school.uai()));
        model.addAttribute("form", form);
        model.addAttribute(
                "kinds",
                Choice.of(List.of(School.Kind.values()), School.Kind::name, kind -> French.sentence(kind.french())));
        model.addAttribute(
                "departements",
                Choice.of(
                        territories.departements().stream()
                                .filter(viewer::steers)
                                .toList(),
                        departement -> departement.code(),
                        departement -> departement.territory().label()));
        return "school/directoryEntry";
    }

    private static String address(Uai uai) {
        return HERE + "/" + uai;
    }
}
