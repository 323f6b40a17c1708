package fr.preau.catalogue;

import fr.preau.event.Catalogue;
import fr.preau.event.EventId;
import fr.preau.programme.Editions;
import fr.preau.web.Link;
import fr.preau.web.NotFound;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// The catalogue for programs: read only, no key, the parameters of `/evenements`. `openapi.json` beside this class
/// describes it; a test holds the two together.
@Controller
@CrossOrigin
class CatalogueApi {
    private final Catalogue catalogue;
    private final SearchReader reader;
    private final Editions editions;
    private final ApiEvents events;

    CatalogueApi(Catalogue catalogue, SearchReader reader, Editions editions, ApiEvents events) {
        this.catalogue = catalogue;
        this.reader = reader;
        this.editions = editions;
        this.events = events;
    }

    @GetMapping("/api")
    String page() {
        return "catalogue/api";
    }

    @GetMapping("/api/evenements")
    ResponseEntity<?> search(@RequestParam MultiValueMap<String, String> parameters) {
        var reading = reader.read(parameters);
        if (!reading.isUnderstood()) {
            return misunderstood(reading);
        }
        var page = events.page(reading, catalogue.find(reading.search()));
        return page.evenements().isEmpty() && page.page() > 1
                ? problem(HttpStatus.NOT_FOUND, "Cette page de résultats n'existe pas.", List.of())
                : ResponseEntity.ok().header(HttpHeaders.LINK, page.header()).body(page);
    }

    @GetMapping("/api/evenements/{id}")
    @ResponseBody
    ApiEvents.Event one(@PathVariable UUID id) {
        return catalogue
                .find(new EventId(id))
                .map(events::event)
                .orElseThrow(new NotFound("Cet événement n'existe pas, ou n'est pas publié."));
    }

    @GetMapping("/api/editions")
    @ResponseBody
    List<ApiEvents.Week> editions() {
        return editions.all().stream().map(ApiEvents.Week::of).toList();
    }

    @GetMapping(value = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Resource description() {
        return new ClassPathResource("openapi.json", CatalogueApi.class);
    }

    private static ResponseEntity<ProblemDetail> misunderstood(SearchReading reading) {
        var points = reading.form().summary().stream()
                .map(error -> new Point(error.href().replace("#", ""), error.label()))
                .toList();
        return problem(HttpStatus.BAD_REQUEST, sentences(reading), points);
    }

    private record Point(String champ, String phrase) {}

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String sentence, List<Point> points) {
        var problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setProperty("erreurs", points);
        return ResponseEntity.of(problem).build();
    }

    private static String sentences(SearchReading reading) {
        return String.join(
                " ", reading.form().summary().stream().map(Link::label).toList());
    }
}
