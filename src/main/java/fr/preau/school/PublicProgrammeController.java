package fr.preau.school;

import fr.preau.event.CalendarFile;
import fr.preau.programme.Editions;
import fr.preau.web.NotFound;
import fr.preau.web.Pager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// A school's programme as families and pupils read it, on the web and in their calendars: by the school's number when
/// it is public, by its key when it is for those who have the link.
@Controller
class PublicProgrammeController {

    private final SchoolAccess access;
    private final Commitments commitments;
    private final Editions editions;
    private final ProgrammeReader reader;
    private final CalendarFile calendars;
    private final Clock clock;

    PublicProgrammeController(
            SchoolAccess access,
            Commitments commitments,
            Editions editions,
            ProgrammeReader reader,
            CalendarFile calendars,
            Clock clock) {
        this.access = access;
        this.commitments = commitments;
        this.editions = editions;
        this.reader = reader;
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping("/etablissements/{uai}/semaine")
    String page(@PathVariable String uai, @RequestParam(defaultValue = "1") int page, Model model) {
        var programme = reader.published(access.edition(), access.school(uai));
        model.addAttribute("programme", programme);
        if (!isPublic(programme)) {
            return "school/none";
        }
        return page(programme, page, Commitment.publicPath(programme.school().uai()), model);
    }

    @GetMapping("/etablissements/{uai}/semaine.ics")
    ResponseEntity<String> calendar(@PathVariable String uai) {
        var programme = reader.published(access.edition(), access.school(uai));
        if (!isPublic(programme)) {
            throw new NotFound("Cet établissement ne publie pas de programme pour tout le monde.");
        }
        return calendar(programme, CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic());
    }

    @GetMapping("/programmes/{key}")
    String linked(@PathVariable String key, @RequestParam(defaultValue = "1") int page, Model model) {
        return page(byKey(key), page, "/programmes/" + key, model);
    }

    @GetMapping("/programmes/{key}/agenda.ics")
    ResponseEntity<String> linkedCalendar(@PathVariable String key) {
        return calendar(byKey(key), CacheControl.noCache().cachePrivate());
    }

    private Programme byKey(String key) {
        var commitment = commitments.findByKey(key).orElseThrow(gone());
        var edition = editions.find(commitment.edition()).orElseThrow(gone());
        return reader.published(edition, access.school(commitment.school().value()));
    }

    private static boolean isPublic(Programme programme) {
        var commitment = programme.commitment();
        return commitment != null && commitment.visibility() == Visibility.PUBLIC;
    }

    private String page(Programme programme, int page, String here, Model model) {
        model.addAttribute("now", clock.instant());
        model.addAttribute("programme", programme);
        model.addAttribute("pager", Pager.near(page, programme.entries().size(), here));
        model.addAttribute("calendar", here.startsWith("/programmes/") ? here + "/agenda.ics" : here + ".ics");
        return "school/programme";
    }

    /// Not sent twice: its mark is what it says, whenever it was written.
    private ResponseEntity<String> calendar(Programme programme, CacheControl caching) {
        var name = "%s : %s"
                .formatted(programme.edition().name(), programme.school().label());
        var text = calendars.of(name, programme.calendar());
        var said = text.replaceAll("(?m)^DTSTAMP:.*$", "");
        return ResponseEntity.ok()
                .contentType(CalendarFile.TYPE)
                .cacheControl(caching)
                .eTag("W/\"%s\"".formatted(UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8))))
                .header("Content-Disposition", "inline; filename=\"programme.ics\"")
                .body(text);
    }

    private static NotFound gone() {
        return new NotFound("Ce lien n'ouvre plus de programme. Demandez le nouveau à l'établissement.");
    }
}
