package fr.preau.consultation;

import fr.preau.web.NotFound;
import fr.preau.web.Pager;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What everyone may read: consultations, their sessions, and the record of each draw.
@Controller
@RequestMapping("/consultations")
class PublicController {
    private final Consultations consultations;
    private final Sessions sessions;
    private final Wishing.Reader reader;
    private final DrawRepository draws;
    private final List<ConsultationLinks> links;

    PublicController(
            Consultations consultations,
            Sessions sessions,
            Wishing.Reader reader,
            DrawRepository draws,
            List<ConsultationLinks> links) {
        this.links = links;
        this.consultations = consultations;
        this.sessions = sessions;
        this.reader = reader;
        this.draws = draws;
    }

    @GetMapping
    String all(@RequestParam(defaultValue = "1") int page, Model model) {
        var all = consultations.all().stream().filter(Consultation::isPublic).toList();
        var pager = Pager.near(page, all.size(), "/consultations");
        model.addAttribute("consultations", pager.of(all));
        model.addAttribute("pager", pager);
        return "consultation/all";
    }

    @GetMapping("/{id}")
    String one(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String territoire,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var consultation = consultations
                .find(new ConsultationId(id))
                .filter(Consultation::isPublic)
                .orElseThrow(new NotFound("Cette consultation n'existe pas."));
        model.addAttribute("consultation", consultation);
        model.addAttribute(
                "links",
                links.stream()
                        .flatMap(one -> one.linksFor(consultation).stream())
                        .toList());
        model.addAttribute(
                "sessions",
                SessionList.of(
                        sessions.currentOf(consultation.id()).stream()
                                .filter(Session::isPublic)
                                .toList(),
                        territoire,
                        page,
                        consultation.path()));
        return "consultation/one";
    }

    @GetMapping("/sessions/{id}")
    String session(@PathVariable UUID id, Model model) {
        model.addAttribute("wishing", reader.of(session(id)));
        model.addAttribute("announced", draws.announced(new SessionId(id)));
        return "consultation/sessionPage";
    }

    /// The public record: what was decided on, with what lottery, what came out of it, and how to check it oneself.
    @GetMapping("/sessions/{id}/tirage")
    String draw(@PathVariable UUID id, Model model) {
        var session = session(id);
        if (session.drawing().frozenHash() == null) {
            throw new NotFound("Les vœux de cette session ne sont pas encore clos : il n'y a pas de tirage à lire.");
        }
        model.addAttribute("wishing", reader.of(session));
        model.addAttribute("draws", draws.of(session.id()));
        model.addAttribute("announced", draws.announced(session.id()));
        return "consultation/draw";
    }

    @GetMapping("/sessions/{id}/voeux.csv")
    ResponseEntity<String> wishes(@PathVariable UUID id) {
        return file("voeux.csv", frozen(id).wishes());
    }

    @GetMapping("/sessions/{id}/places.csv")
    ResponseEntity<String> seats(@PathVariable UUID id) {
        return file("places.csv", frozen(id).seats());
    }

    @GetMapping("/sessions/{id}/tirages/{number}.json")
    ResponseEntity<String> record(@PathVariable UUID id, @PathVariable int number) {
        var record = draws.record(session(id).id(), number).orElseThrow(new NotFound("Ce tirage n'existe pas."));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Content-Disposition", "attachment; filename=\"tirage-%d.json\"".formatted(number))
                .body(record);
    }

    /// Only once the draw is made: before, demand would tell people how to vote.
    private Frozen frozen(UUID id) {
        var session = session(id);
        return draws.of(session.id()).isEmpty()
                ? absent()
                : draws.frozen(session.id()).orElseThrow();
    }

    private static Frozen absent() {
        throw new NotFound("Les vœux sont publiés, sous pseudonyme, quand le tirage est fait.");
    }

    private Session session(UUID id) {
        return sessions.current(new SessionId(id))
                .filter(Session::isPublic)
                .orElseThrow(new NotFound("Cette session n'existe pas."));
    }

    /// Under the name that the printed commands give it.
    private static ResponseEntity<String> file(String name, String content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(name))
                .body(content);
    }
}
