package fr.preau.programme;

import fr.preau.account.Viewer;
import fr.preau.programme.EditionRepository.Row;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What is asked once more: opening a draft to everyone, deleting an edition.
@Controller
@RequestMapping("/espace/administration/editions/{id}")
class EditionStateController {
    private static final String ALREADY_OPEN = "Cette édition est déjà ouverte.";
    private static final String TO_LIST = "redirect:" + EditionController.LIST;

    private final Editions editions;
    private final EditionRemoval removal;

    EditionStateController(Editions editions, EditionRemoval removal) {
        this.editions = editions;
        this.removal = removal;
    }

    @GetMapping("/ouvrir")
    String askOpening(@PathVariable UUID id, Viewer viewer, Model model, HttpServletResponse response) {
        EditionController.pilot(viewer);
        var row = found(id);
        if (row.opened()) {
            Notice.say(response, ALREADY_OPEN);
            return TO_LIST;
        }
        return opening(row, "", model);
    }

    @PostMapping("/ouvrir")
    String open(
            @PathVariable UUID id,
            Viewer viewer,
            @RequestParam(defaultValue = "-1") int lock,
            Model model,
            HttpServletResponse response) {
        EditionController.pilot(viewer);
        return switch (editions.open(viewer, found(id), lock)) {
            case DONE -> said("L'édition est ouverte : elle est sur le site.", response);
            case ALREADY_OPEN -> said(ALREADY_OPEN, response);
            case STALE -> {
                response.setStatus(409);
                yield opening(
                        found(id),
                        "Quelqu'un d'autre a changé cette édition depuis que votre page est ouverte. La voici à jour ; elle n'est pas ouverte.",
                        model);
            }
        };
    }

    @GetMapping("/supprimer")
    String askRemoval(@PathVariable UUID id, Viewer viewer, Model model) {
        EditionController.pilot(viewer);
        return removal(found(id), model);
    }

    @PostMapping("/supprimer")
    String remove(@PathVariable UUID id, Viewer viewer, Model model, HttpServletResponse response) {
        EditionController.pilot(viewer);
        return switch (removal.remove(viewer, new EditionId(id))) {
            case DONE -> said("L'édition est supprimée.", response);
            case ALREADY_GONE -> said("Cette édition n'existe plus.", response);
            case USED -> {
                response.setStatus(409);
                yield removal(found(id), model);
            }
        };
    }

    private String opening(Row row, String refusal, Model model) {
        model.addAttribute("row", row);
        model.addAttribute("leads", editions.wouldBeCurrent(row.edition().id()));
        model.addAttribute("before", editions.current().map(Edition::name).orElse(""));
        model.addAttribute("refusal", refusal);
        return "programme/editionOpening";
    }

    private String removal(Row row, Model model) {
        model.addAttribute("row", row);
        model.addAttribute("uses", removal.usesOf(row.edition().id()));
        return "programme/editionRemoval";
    }

    private Row found(UUID id) {
        return editions.forChange(new EditionId(id)).orElseThrow(new NotFound("Cette édition n'existe pas."));
    }

    private static String said(String sentence, HttpServletResponse response) {
        Notice.say(response, sentence);
        return TO_LIST;
    }
}
