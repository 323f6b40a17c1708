package fr.preau.school;

import fr.preau.account.Accounts;
import fr.preau.account.Viewer;
import fr.preau.school.SchoolAccess.Desk;
import fr.preau.web.Choice;
import fr.preau.web.Form;
import fr.preau.web.Notice;
import fr.preau.web.Pager;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
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

/// The edition in one school: its staff read the programme, its head decides.
@Controller
@RequestMapping("/espace/etablissement/{uai}/semaine")
class ProgrammeController {
    private final SchoolAccess access;
    private final Commitments commitments;
    private final ProgrammeReader reader;
    private final SchoolJournal journal;
    private final Accounts accounts;
    private final Clock clock;

    ProgrammeController(
            SchoolAccess access,
            Commitments commitments,
            ProgrammeReader reader,
            SchoolJournal journal,
            Accounts accounts,
            Clock clock) {
        this.access = access;
        this.commitments = commitments;
        this.reader = reader;
        this.journal = journal;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable String uai, @RequestParam(defaultValue = "1") int page, Viewer viewer, Model model) {
        return show(access.staff(uai, viewer), page, null, model);
    }

    @PostMapping("/engagement")
    String commit(@PathVariable String uai, Viewer viewer, HttpServletResponse response) {
        var desk = access.head(uai, viewer);
        commitments.commit(desk.edition().id(), desk.school().uai(), viewer);
        Notice.say(response, "C'est fait : la semaine est dans la programmation annuelle de l'établissement.");
        return "redirect:" + desk.path();
    }

    @PostMapping("/retrait")
    String withdraw(@PathVariable String uai, Viewer viewer, HttpServletResponse response) {
        var desk = access.head(uai, viewer);
        commitments.withdraw(desk.edition().id(), desk.school().uai(), viewer);
        Notice.say(
                response, "La semaine n'est plus dans la programmation de l'établissement ; sa page n'est plus lue.");
        return "redirect:" + desk.path();
    }

    @PostMapping("/publication")
    String publish(
            @PathVariable String uai,
            @RequestParam Instant lu,
            @Valid @ModelAttribute PublicationForm form,
            BindingResult errors,
            Viewer viewer,
            HttpServletResponse response,
            Model model) {
        var desk = access.head(uai, viewer);
        var commitment = commitments.find(desk.edition().id(), desk.school().uai());
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(desk, 1, Form.of(errors), model);
        }
        if (commitment.isEmpty() || !commitments.publish(commitment.get(), form.visibilite(), lu, viewer)) {
            response.setStatus(HttpStatus.CONFLICT.value());
            var refused = Form.of(errors)
                    .refuse("Inscrivez d'abord la semaine dans la programmation : la page n'existe qu'ensuite.");
            return show(desk, 1, refused, model);
        }
        Notice.say(response, said(form.visibilite()));
        return "redirect:" + desk.path();
    }

    @PostMapping("/lien")
    String changeLink(@PathVariable String uai, @RequestParam UUID jeton, Viewer viewer, HttpServletResponse response) {
        var desk = access.head(uai, viewer);
        commitments
                .find(desk.edition().id(), desk.school().uai())
                .filter(commitment -> commitments.changeLink(commitment, jeton, viewer))
                .ifPresent(
                        _ -> Notice.say(
                                response,
                                "Le lien est changé : l'ancien n'ouvre plus rien. Imprimez de nouveau l'affiche si vous l'aviez posée."));
        return "redirect:" + desk.path();
    }

    private String show(Desk desk, int page, @Nullable Form form, Model model) {
        var programme = reader.whole(desk.edition(), desk.school());
        var pager = Pager.near(page, programme.entries().size(), desk.path());
        var commitment = programme.commitment();
        var chosen = commitment != null && commitment.isPublished()
                ? commitment.visibility().name()
                : "";
        model.addAttribute("desk", desk);
        model.addAttribute("programme", programme);
        model.addAttribute("pager", pager);
        model.addAttribute("form", form == null ? Form.filled(Map.of("visibilite", chosen)) : form);
        model.addAttribute(
                "choices", Choice.of(List.of(Visibility.values()).reversed(), Visibility::name, Visibility::french));
        model.addAttribute("read", clock.instant().toString());
        model.addAttribute(
                "journal",
                desk.heads() ? journal.of(desk.edition().id(), desk.school().uai()) : List.of());
        model.addAttribute("authors", authors(pager.of(programme.entries())));
        return "school/week";
    }

    /// Who advised each event, for colleagues only.
    private Map<UUID, String> authors(List<ProgrammeEntry> entries) {
        var ids = entries.stream()
                .map(ProgrammeEntry::recommendation)
                .filter(Objects::nonNull)
                .map(Recommendation::author)
                .collect(Collectors.toSet());
        return accounts.find(ids).values().stream()
                .collect(Collectors.toMap(person -> person.id().value(), person -> person.label()));
    }

    private static String said(Visibility visibility) {
        return switch (visibility) {
            case PUBLIC -> "Le programme est publié : tout le monde peut le lire.";
            case LINK -> "Le programme est publié : le lire demande le lien ci-dessous.";
            case DRAFT -> "Le programme est de nouveau un brouillon : personne d'autre ne le lit.";
        };
    }
}
