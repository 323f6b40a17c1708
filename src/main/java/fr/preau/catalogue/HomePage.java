package fr.preau.catalogue;

import fr.preau.event.Catalogue;
import fr.preau.event.EventKinds;
import fr.preau.event.Search;
import fr.preau.programme.Edition;
import fr.preau.programme.Editions;
import fr.preau.territory.Territories;
import fr.preau.territory.TileMap;
import fr.preau.web.Form;
import fr.preau.web.French;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The first page: what Préau is, and the one thing most people come for, finding an event near their school.
@Controller
class HomePage {
    private static final int NEXT = 3;

    private final Catalogue catalogue;
    private final EventKinds kinds;
    private final Editions editions;
    private final Territories territories;
    private final Clock clock;

    HomePage(Catalogue catalogue, EventKinds kinds, Editions editions, Territories territories, Clock clock) {
        this.catalogue = catalogue;
        this.kinds = kinds;
        this.editions = editions;
        this.territories = territories;
        this.clock = clock;
    }

    @GetMapping("/")
    String home(Model model) {
        var now = clock.instant();
        var counts = catalogue.countsByDepartement();
        var names = kinds.names();
        var next = catalogue.find(Search.EVERYTHING, NEXT).lines().stream()
                .map(found -> new CatalogueCard(
                        found.listing(), names.of(found.listing().event()), null, null, now))
                .toList();
        model.addAttribute(
                "home",
                new Home(
                        editions.current().orElse(null),
                        catalogue.figures(),
                        counts.size(),
                        territories.departements().size(),
                        territories.map(counts),
                        next,
                        now));
        model.addAttribute("form", Form.empty());
        return "catalogue/home";
    }

    /// `covered`: départements where something happens, of `departements` in all.
    record Home(
            @Nullable Edition edition,
            Catalogue.Figures figures,
            int covered,
            int departements,
            TileMap map,
            List<CatalogueCard> next,
            Instant now) {
        /// « du lundi 7 au samedi 12 décembre 2026 ».
        String week() {
            return edition == null ? "" : French.days(edition.firstDay(), edition.lastDay());
        }

        /// What is open or opens next, a sentence each.
        List<String> openings() {
            var sentences = new ArrayList<String>();
            if (edition == null) {
                return sentences;
            }
            if (edition.acceptsRegistrationsAt(now)) {
                sentences.add(
                        "Inscriptions ouvertes jusqu'au %s.".formatted(Editions.until(edition.registrationsClose())));
            } else if (now.isBefore(edition.registrationsOpen())) {
                sentences.add("Inscriptions à partir du %s.".formatted(Editions.from(edition.registrationsOpen())));
            }
            if (edition.acceptsSubmissionsAt(now)) {
                sentences.add(
                        "Propositions d'événements jusqu'au %s.".formatted(Editions.until(edition.submissionsClose())));
            }
            return sentences;
        }

        boolean takesSubmissions() {
            return edition != null && edition.acceptsSubmissionsAt(now);
        }
    }
}
