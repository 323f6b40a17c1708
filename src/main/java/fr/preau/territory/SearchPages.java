package fr.preau.territory;

import fr.preau.web.Form;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Finding a school or a commune: suggestions for a field as one types, and a page for people.
@Controller
class SearchPages {
    private static final int SUGGESTIONS = 10;
    private static final int LINES = 20;
    private static final CacheControl FOR_A_WHILE =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final Schools schools;
    private final SchoolPlaces places;

    SearchPages(Schools schools, SchoolPlaces places) {
        this.schools = schools;
        this.places = places;
    }

    /// `value` is put in the field, `label` and `detail` are read in the list.
    record Suggestion(String value, String label, String detail) {}

    @GetMapping(path = "/etablissements/recherche", produces = MediaType.TEXT_HTML_VALUE)
    String page(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("form", Form.filled(Map.of("q", q)));
        model.addAttribute("asked", !q.isBlank());
        model.addAttribute("found", found(q, LINES));
        return "territory/search";
    }

    @GetMapping(path = "/etablissements/recherche", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<Suggestion>> schools(@RequestParam(defaultValue = "") String q) {
        return suggest(found(q, SUGGESTIONS).stream()
                .map(school -> new Suggestion(SchoolChoice.of(school), school.label(), SchoolChoice.detail(school)))
                .toList());
    }

    @GetMapping(path = "/communes/recherche", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<Suggestion>> communes(@RequestParam(defaultValue = "") String q) {
        return suggest(places.communes(q, SUGGESTIONS).stream()
                .map(place -> new Suggestion(place.label(), place.label(), ""))
                .toList());
    }

    private List<School> found(String q, int limit) {
        return SchoolChoice.uai(q).flatMap(schools::find).map(List::of).orElseGet(() -> schools.search(q, limit));
    }

    private static ResponseEntity<List<Suggestion>> suggest(List<Suggestion> all) {
        return ResponseEntity.ok()
                .cacheControl(FOR_A_WHILE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .body(all);
    }
}
