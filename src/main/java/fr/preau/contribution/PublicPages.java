package fr.preau.contribution;

import fr.preau.consultation.Consultation;
import fr.preau.consultation.ConsultationId;
import fr.preau.consultation.Consultations;
import fr.preau.consultation.Sessions;
import fr.preau.consultation.Workshop;
import fr.preau.territory.Territories;
import fr.preau.web.NotFound;
import fr.preau.web.Pager;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// What everyone may read: a consultation's contributions, and one of them with what became of it. Until it is
/// published, its page says that it is received and nothing of what it says.
@Controller
class PublicPages {
    private final Consultations consultations;
    private final Sessions sessions;
    private final Contributions contributions;
    private final ContributionRepository repository;
    private final ShelfRepository shelf;
    private final Territories territories;
    private final ObjectProvider<Becoming> becomings;

    PublicPages(
            Consultations consultations,
            Sessions sessions,
            Contributions contributions,
            ContributionRepository repository,
            ShelfRepository shelf,
            Territories territories,
            ObjectProvider<Becoming> becomings) {
        this.consultations = consultations;
        this.sessions = sessions;
        this.contributions = contributions;
        this.repository = repository;
        this.shelf = shelf;
        this.territories = territories;
        this.becomings = becomings;
    }

    /// One contribution and what is around it.
    record Told(
            Contribution contribution,
            Consultation consultation,
            @Nullable Workshop workshop,
            List<Wording> wordings,
            @Nullable Tombstone tombstone,
            List<Becoming.Step> steps) {
        boolean isReadable() {
            return contribution.state() == Contribution.State.PUBLISHED;
        }

        boolean isWaiting() {
            return contribution.state() == Contribution.State.RECEIVED;
        }
    }

    @GetMapping("/consultations/contributions/{id}")
    String one(@PathVariable UUID id, Model model, HttpServletResponse response) {
        var contribution = contributions
                .find(new ContributionId(id))
                .orElseThrow(new NotFound("Cette contribution n'existe pas."));
        if (contribution.state() == Contribution.State.REMOVED) {
            response.setStatus(HttpStatus.GONE.value());
        }
        model.addAttribute("told", told(contribution));
        return "contribution/one";
    }

    @GetMapping("/consultations/{consultation}/contributions")
    String list(
            @PathVariable UUID consultation,
            @RequestParam Map<String, String> asked,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var found = consultations
                .find(new ConsultationId(consultation))
                .filter(Consultation::isPublic)
                .orElseThrow(new NotFound("Cette consultation n'existe pas."));
        var browsing = Browsing.read(found, asked, territories);
        var count = shelf.count(browsing);
        var pager = Pager.near(page, count, browsing.here());
        model.addAttribute("browsing", browsing);
        model.addAttribute("count", count);
        model.addAttribute("pager", pager);
        model.addAttribute("lines", shelf.page(browsing, Pager.offset(pager.number()), Pager.LINES));
        model.addAttribute("natures", OnlineForm.natures());
        model.addAttribute("themes", OnlineForm.themes(found));
        return "contribution/list";
    }

    private Told told(Contribution contribution) {
        var workshop = contribution.workshop();
        var readable = contribution.state() == Contribution.State.PUBLISHED;
        return new Told(
                contribution,
                consultations.find(contribution.consultation()).orElseThrow(),
                workshop == null ? null : sessions.workshop(workshop).orElse(null),
                readable ? contributions.wordings(contribution.id()).reversed() : List.of(),
                repository.tombstone(contribution.id()).orElse(null),
                becomings
                        .orderedStream()
                        .flatMap(becoming -> becoming.of(contribution).stream())
                        .sorted(Comparator.comparing(Becoming.Step::day))
                        .toList());
    }
}
