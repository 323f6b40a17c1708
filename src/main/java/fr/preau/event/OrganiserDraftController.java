package fr.preau.event;

import fr.preau.account.Viewer;
import fr.preau.event.OrganiserPages.Shown;
import fr.preau.event.Outcome.Problem;
import fr.preau.programme.Edition;
import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The form of an event that exists.
@Controller
@RequestMapping("/espace/evenements/{id}/modifier")
class OrganiserDraftController {
    private final OrganiserDoor door;
    private final OrganiserPages pages;
    private final EventFormReader reader;
    private final Authoring authoring;
    private final ContentWords words;
    private final EditionChoice choice;

    OrganiserDraftController(
            OrganiserDoor door,
            OrganiserPages pages,
            EventFormReader reader,
            Authoring authoring,
            ContentWords words,
            EditionChoice choice) {
        this.choice = choice;
        this.words = words;
        this.door = door;
        this.pages = pages;
        this.reader = reader;
        this.authoring = authoring;
    }

    /// A form sent, and where its answer is written.
    private record Sent(UUID id, Viewer viewer, OrganiserDoor.Ticket ticket, EventForm form, Model model) {}

    @GetMapping
    String form(@PathVariable UUID id, Viewer viewer, Model model, HttpServletResponse response) {
        var standing = door.open(id, viewer);
        if (!standing.allows(EventAction.SAVE)) {
            Notice.say(response, "Cet événement ne peut pas être modifié dans son état actuel.");
            return "redirect:/espace/evenements/" + id;
        }
        var lock = standing.event().lock();
        return pages.change(standing, EventForm.of(standing.toEdit()), Shown.with(List.of(), lock), model);
    }

    @PostMapping
    String save(
            @PathVariable UUID id,
            Viewer viewer,
            OrganiserDoor.Ticket ticket,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        var standing = door.open(id, viewer);
        var sent = new Sent(id, viewer, ticket, EventForm.typed(typed), model);
        var action = typed.getFirst("action");
        if (OrganiserPages.changesRows(sent.form(), action)) {
            return pages.change(standing, sent.form(), Shown.with(List.of(), ticket.lock()), model);
        }
        var offered = choice.offered(standing);
        var read = reader.read(sent.form(), standing.toEdit().picture()).and(choice.problems(sent.form(), offered));
        if (!read.problems().isEmpty()) {
            response.setStatus(422);
            var shown = new Shown(read.problems(), read.candidates(), ticket.lock());
            return pages.change(standing, sent.form(), shown, model);
        }
        var writing = door.write(id, ticket, viewer);
        var edition = choice.chosen(sent.form(), offered).map(Edition::id).orElse(null);
        var outcome = "submit".equals(action)
                ? authoring.submit(writing, read.content(), edition)
                : authoring.save(writing, read.content(), edition);
        return answer(sent, outcome, response);
    }

    private String answer(Sent sent, Outcome outcome, HttpServletResponse response) {
        return switch (outcome) {
            case Outcome.Done(var sentence) -> {
                Notice.say(response, sentence);
                yield "redirect:/espace/evenements/" + sent.id();
            }
            case Outcome.Incomplete(var problems) -> {
                response.setStatus(422);
                yield again(sent, problems, sent.ticket().lock());
            }
            case Outcome.Refused(var sentence) -> {
                response.setStatus(409);
                yield again(
                        sent,
                        List.of(new Problem("title", sentence)),
                        sent.ticket().lock());
            }
            case Outcome.Stale _ -> {
                response.setStatus(409);
                yield overtaken(sent);
            }
        };
    }

    private String again(Sent sent, List<Problem> problems, int lock) {
        var standing = door.open(sent.id(), sent.viewer());
        return pages.change(standing, sent.form(), Shown.with(problems, lock), sent.model());
    }

    /// What was typed, beside what someone else wrote meanwhile; saving once more is now a choice.
    private String overtaken(Sent sent) {
        var standing = door.open(sent.id(), sent.viewer());
        var written = standing.latest().content();
        var typed = reader.read(sent.form(), written.picture()).content();
        sent.model().addAttribute("comparison", words.compare(standing.event(), written, typed));
        return pages.change(
                standing, sent.form(), Shown.with(List.of(), standing.event().lock()), sent.model());
    }
}
