package fr.preau.school;

import fr.preau.account.Viewer;
import fr.preau.programme.Editions;
import fr.preau.registration.RegistrationId;
import fr.preau.school.OrientationLine.Kept;
import fr.preau.school.OrientationRepository.Part;
import fr.preau.territory.School;
import fr.preau.web.Choice;
import fr.preau.web.Form;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import fr.preau.web.Pager;
import fr.preau.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/// What a school's classes met, year after year: for those who work there, and nobody else.
@Controller
class OrientationController {
    private static final String PATH = "/espace/etablissement/{uai}/orientation";

    private final SchoolAccess access;
    private final OrientationRepository record;
    private final Clock clock;

    OrientationController(SchoolAccess access, OrientationRepository record, Clock clock) {
        this.access = access;
        this.record = record;
        this.clock = clock;
    }

    /// The record of a school, or the part that was asked for.
    record Book(
            School school, List<String> years, List<String> classes, Part part, OrientationRepository.Totals totals) {
        String path() {
            return "/espace/etablissement/" + school.uai() + "/orientation";
        }

        /// The same part, otherwise: to print, to export.
        String at(String what) {
            return UriComponentsBuilder.fromPath(path() + what)
                    .queryParam("annee", "{year}")
                    .queryParam("classe", "{class}")
                    .encode()
                    .buildAndExpand(part.year(), part.className())
                    .toUriString();
        }

        List<Choice> yearChoices() {
            return Choice.of(years, year -> year, year -> year);
        }

        List<Choice> classChoices() {
            return Choice.of(classes, name -> name, name -> name);
        }
    }

    @GetMapping(PATH)
    String list(
            @PathVariable String uai,
            @RequestParam(defaultValue = "") String annee,
            @RequestParam(defaultValue = "") String classe,
            @RequestParam(defaultValue = "1") int page,
            Viewer viewer,
            Model model) {
        var book = book(access.staffed(uai, viewer), annee, classe);
        var pager = Pager.near(page, book.totals().meetings(), book.at(""));
        model.addAttribute("book", book);
        model.addAttribute("pager", pager);
        model.addAttribute("lines", record.page(book.part(), pager.number()));
        model.addAttribute(
                "form",
                Form.filled(Map.of(
                        "annee", book.part().year(), "classe", book.part().className())));
        return "school/orientation";
    }

    @GetMapping(PATH + "/liste")
    String printable(
            @PathVariable String uai,
            @RequestParam(defaultValue = "") String annee,
            @RequestParam(defaultValue = "") String classe,
            Viewer viewer,
            Model model) {
        var book = book(access.staffed(uai, viewer), annee, classe);
        model.addAttribute("book", book);
        model.addAttribute("lines", record.whole(book.part()));
        return "school/orientationPrint";
    }

    @GetMapping("/espace/etablissement/{uai}/orientation.csv")
    ResponseEntity<String> csv(
            @PathVariable String uai,
            @RequestParam(defaultValue = "") String annee,
            @RequestParam(defaultValue = "") String classe,
            Viewer viewer) {
        var book = book(access.staffed(uai, viewer), annee, classe);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"orientation-%s.csv\""
                                .formatted(book.part().year()))
                .body(OrientationCsv.of(record.whole(book.part())));
    }

    @GetMapping(PATH + "/{registration}")
    String ask(@PathVariable String uai, @PathVariable UUID registration, Viewer viewer, Model model) {
        var school = access.staffed(uai, viewer);
        var kept = kept(school, registration);
        return page(school, kept, Form.filled(Map.of("garde", kept.sentence())), model);
    }

    @PostMapping(PATH + "/{registration}")
    String keep(
            @PathVariable String uai,
            @PathVariable UUID registration,
            @Valid @ModelAttribute OrientationForm form,
            BindingResult errors,
            Viewer viewer,
            HttpServletResponse response,
            Model model) {
        var school = access.staffed(uai, viewer);
        var kept = kept(school, registration);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(school, kept, Form.of(errors), model);
        }
        if (!record.keep(school.uai(), kept.line().registration(), form.sentence(), form.read())) {
            response.setStatus(HttpStatus.CONFLICT.value());
            var now = kept(school, registration);
            var refused = Form.of(errors)
                    .refuse("Un ou une collègue a écrit ici pendant que vous écriviez. Ce que vous avez écrit est gardé"
                            + " ci-dessous ; enregistrez encore pour qu'il prenne la place de : « %s »."
                                    .formatted(now.sentence()));
            return page(school, now, refused, model);
        }
        Notice.say(response, "C'est gardé dans le carnet de la classe.");
        return "redirect:" + "/espace/etablissement/" + school.uai() + "/orientation?annee="
                + kept.line().year();
    }

    private Kept kept(School school, UUID registration) {
        return record.find(school.uai(), new RegistrationId(registration)).orElseThrow(absent());
    }

    /// The year asked for, or the last one there is.
    private Book book(School school, String year, String className) {
        var years = record.years(school.uai());
        var now = SchoolYear.of(LocalDate.ofInstant(clock.instant(), Editions.PARIS));
        var latest = years.isEmpty() ? now.toString() : years.getFirst();
        var part = new Part(school.uai(), SchoolYear.isOne(year) ? year : latest, Typed.line(className));
        return new Book(school, years, record.classes(school.uai(), part.year()), part, record.totals(part));
    }

    private static String page(School school, Kept kept, Form form, Model model) {
        model.addAttribute("school", school);
        model.addAttribute("kept", kept);
        model.addAttribute("form", form);
        return "school/meeting";
    }

    private static NotFound absent() {
        return new NotFound("Cette rencontre n'est pas dans le carnet de l'établissement.");
    }
}
