package fr.preau.contribution;

import fr.preau.account.Viewer;
import fr.preau.consultation.Category;
import fr.preau.consultation.Session;
import fr.preau.consultation.SessionId;
import fr.preau.consultation.Sessions;
import fr.preau.consultation.Steering;
import fr.preau.consultation.Workshop;
import fr.preau.contribution.ContributionOutcome.Done;
import fr.preau.contribution.ContributionOutcome.Refused;
import fr.preau.web.Fields;
import fr.preau.web.Forbidden;
import fr.preau.web.Form;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The reports of a session, for its coordination: deposited or missing, who was there, what is still to validate.
@Controller
@RequestMapping("/espace/consultations/sessions/{id}/rapports")
class SessionReportsController {
    private final Sessions sessions;
    private final Reports reports;
    private final Steering steering;

    SessionReportsController(Sessions sessions, Reports reports, Steering steering) {
        this.sessions = sessions;
        this.reports = reports;
        this.steering = steering;
    }

    /// A workshop and what is known of its report.
    record Row(Workshop workshop, @Nullable Report report, boolean open, long unanswered, String standing) {
        String label() {
            if (report == null) {
                return "manquant";
            }
            return report.isValidated() ? "validé" : open ? "ouvert aux remarques" : "à valider";
        }
    }

    /// Who was there, over all the workshops whose report is in.
    static Map<Category, Integer> heads(List<Row> rows) {
        var heads = new EnumMap<Category, Integer>(Category.class);
        for (var row : rows) {
            if (row.report() != null) {
                row.report().heads().forEach((category, people) -> heads.merge(category, people, Integer::sum));
            }
        }
        return heads;
    }

    @GetMapping
    String list(@PathVariable UUID id, Viewer viewer, Model model) {
        return page(open(id, viewer), Form.empty(), model);
    }

    /// Before the 72 hours are over it takes a reason, which stays with the report.
    @PostMapping("/{report}/validation")
    String validate(
            @PathVariable UUID id,
            @PathVariable UUID report,
            Viewer viewer,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        var session = open(id, viewer);
        var found = reports.of(session.id()).stream()
                .filter(one -> one.id().equals(report))
                .findFirst()
                .orElseThrow(new NotFound("Ce compte rendu n'est pas celui d'un atelier de cette session."));
        var fields = new Fields(typed);
        var reason = fields.text("motif", LineForm.TEXT);
        if (fields.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(session, fields.form(), model);
        }
        return switch (reports.validate(found, fields.raw("lu"), Report.By.COORDINATOR, reason)) {
            case Done(var sentence) -> {
                Notice.say(response, sentence);
                yield "redirect:" + session.deskPath() + "/rapports";
            }
            case Refused(var sentence) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield page(session, fields.form().refuse(sentence), model);
            }
        };
    }

    private Session open(UUID id, Viewer viewer) {
        var session = sessions.find(new SessionId(id)).orElseThrow(new NotFound("Cette session n'existe pas."));
        Forbidden.unless(
                steering.steers(viewer, session.territory()),
                "Ces comptes rendus sont suivis par la coordination de leur territoire (%s)."
                        .formatted(session.territory().label()));
        return session;
    }

    private String page(Session session, Form form, Model model) {
        var filed = reports.of(session.id());
        var rows = sessions.workshops(session.id()).stream()
                .filter(workshop -> !workshop.cancelled())
                .map(workshop -> row(workshop, filed))
                .toList();
        model.addAttribute("session", session);
        model.addAttribute("rows", rows);
        model.addAttribute("heads", heads(rows));
        model.addAttribute("form", form);
        return "contribution/sessionReports";
    }

    private Row row(Workshop workshop, List<Report> filed) {
        var report = filed.stream()
                .filter(one -> one.workshop().equals(workshop.id()))
                .findFirst()
                .orElse(null);
        if (report == null) {
            return new Row(workshop, null, false, 0, "");
        }
        var unanswered = reports.remarks(report).stream()
                .filter(remark -> !remark.isAnswered())
                .count();
        return new Row(workshop, report, reports.takesRemarks(report), unanswered, reports.standing(report));
    }
}
