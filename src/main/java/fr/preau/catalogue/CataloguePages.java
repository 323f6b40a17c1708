package fr.preau.catalogue;

import fr.preau.event.Catalogue;
import fr.preau.event.EventKinds;
import fr.preau.event.SeatsNow;
import fr.preau.web.Choice;
import fr.preau.web.French;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.OptionalDouble;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The public catalogue: one form, one list, the same address whether a script refreshes the list or the whole page is
/// asked.
@Controller
class CataloguePages {
    private final Catalogue catalogue;
    private final SearchReader reader;
    private final EventKinds kinds;
    private final SeatsNow seats;

    CataloguePages(Catalogue catalogue, SearchReader reader, EventKinds kinds, SeatsNow seats) {
        this.catalogue = catalogue;
        this.reader = reader;
        this.kinds = kinds;
        this.seats = seats;
    }

    @GetMapping("/evenements")
    String search(
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var reading = reader.read(parameters);
        var address = reading.onPage(CatalogueResults.PATH, reading.search().page());
        response.addHeader("Vary", "HX-Request");
        if (isSwap(request)) {
            // What is wrong is said beside the form, which is left alone: someone may be typing in it.
            if (reading.isUnderstood()) {
                response.setHeader("HX-Push-Url", address);
            }
            model.addAttribute("results", results(reading));
            return "catalogue/swap";
        }
        if (reading.isUnderstood() && reading.noisy()) {
            return "redirect:" + address;
        }
        var results = results(reading);
        response.setStatus(status(results).value());
        model.addAttribute("results", results);
        model.addAttribute("kinds", Choice.of(kinds.all(), kind -> kind.code(), kind -> French.sentence(kind.name())));
        return "catalogue/catalogue";
    }

    private CatalogueResults results(SearchReading reading) {
        var finding = reading.isUnderstood() ? catalogue.find(reading.search()) : Catalogue.Finding.NOTHING;
        var now = seats.moment();
        var near = reading.search().near();
        var names = kinds.names();
        var cards = finding.lines().stream()
                .map(found -> new CatalogueCard(
                        found.listing(), names.of(found.listing().event()), found.kilometres(), near, now))
                .toList();
        return new CatalogueResults(reading, finding, cards, nearest(reading, finding), meant(reading, finding));
    }

    /// Asked only when nothing is near.
    private OptionalDouble nearest(SearchReading reading, Catalogue.Finding finding) {
        return reading.isUnderstood() && finding.total() == finding.online()
                ? catalogue.nearest(reading.search())
                : OptionalDouble.empty();
    }

    private Optional<String> meant(SearchReading reading, Catalogue.Finding finding) {
        return reading.isUnderstood() && finding.total() == 0 ? catalogue.meant(reading.search()) : Optional.empty();
    }

    private static HttpStatus status(CatalogueResults results) {
        if (!results.reading().isUnderstood()) {
            return HttpStatus.BAD_REQUEST;
        }
        return results.isPastTheEnd() ? HttpStatus.NOT_FOUND : HttpStatus.OK;
    }

    /// Going back in history asks for the whole page again.
    private static boolean isSwap(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null && request.getHeader("HX-History-Restore-Request") == null;
    }
}
