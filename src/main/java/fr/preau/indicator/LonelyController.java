package fr.preau.indicator;

import fr.preau.account.Viewer;
import fr.preau.territory.Territories;
import fr.preau.web.Pager;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The lycées of a territory that teach NSI and have no event near: who to write to, and what to write about.
@Controller
class LonelyController {
    private final CoverageAccess access;
    private final Coverages coverages;
    private final Territories territories;

    LonelyController(CoverageAccess access, Coverages coverages, Territories territories) {
        this.access = access;
        this.coverages = coverages;
        this.territories = territories;
    }

    @GetMapping(CoverageView.HERE + "/{key}/lycees")
    String lycees(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String edition,
            CoverageController.Query query,
            Viewer viewer,
            Model model) {
        var territory = access.territory(key, viewer);
        var found = access.edition(edition);
        if (found.isEmpty()) {
            return "indicator/coverageNone";
        }
        var coverage = coverages.of(found.get().id());
        var codes = territories.codesOf(territory);
        var all = coverage.lonely().stream()
                .filter(one -> codes.contains(one.lycee().school().departement()))
                .toList();
        var here = "%s/%s/lycees?edition=%s"
                .formatted(CoverageView.HERE, territory.key(), found.get().id().value());
        var pager = Pager.near(query.number(), all.size(), here);
        var from = Pager.offset(pager.number());
        model.addAttribute("territory", territory);
        model.addAttribute("edition", found.get());
        model.addAttribute("taught", coverage.of(territory).taught());
        model.addAttribute("lonely", all.subList(from, Math.min(all.size(), from + Pager.LINES)));
        model.addAttribute("pager", pager);
        return "indicator/lonely";
    }
}
