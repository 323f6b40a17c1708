package fr.preau.synthesis;

import fr.preau.account.Viewer;
import fr.preau.synthesis.SynthesisOutcome.Done;
import fr.preau.web.Forbidden;
import fr.preau.web.Form;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import fr.preau.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// What is decided of the national statements: for the pilots.
@Controller
@RequestMapping("/espace/consultations/syntheses/{id}/suivi")
class FollowUpController {
    private final SynthesisDoor door;
    private final StatementRepository statements;
    private final FollowUpRepository repository;
    private final FollowUps followUps;

    FollowUpController(
            SynthesisDoor door, StatementRepository statements, FollowUpRepository repository, FollowUps followUps) {
        this.door = door;
        this.statements = statements;
        this.repository = repository;
        this.followUps = followUps;
    }

    /// What is typed: `quoi` is « decision », « action » or « avancement ».
    record FollowUpForm(
            @Nullable String quoi,
            @Nullable String suite,
            @Nullable String raison,
            @Nullable String action,
            @Nullable String service,
            @Nullable String echeance,
            @Nullable String etat,
            @Nullable String note,
            @Nullable String numero) {
        Form shown() {
            return Form.filled(Map.of(
                    "suite", Typed.line(suite),
                    "raison", Typed.text(raison),
                    "action", Typed.line(action),
                    "service", Typed.line(service),
                    "echeance", Typed.line(echeance),
                    "etat", Typed.line(etat),
                    "note", Typed.line(note)));
        }
    }

    @GetMapping
    String list(@PathVariable UUID id, Viewer viewer, Model model) {
        var synthesis = national(id, viewer);
        var all = statements.of(synthesis.id());
        model.addAttribute("synthesis", synthesis);
        model.addAttribute("consultation", door.consultation(synthesis.consultation()));
        model.addAttribute("statements", all);
        model.addAttribute(
                "followUps",
                all.stream().collect(java.util.stream.Collectors.toMap(Statement::id, one -> repository.of(one.id()))));
        return "synthesis/followUps";
    }

    @GetMapping("/{statement}")
    String statement(@PathVariable UUID id, @PathVariable UUID statement, Viewer viewer, Model model) {
        var synthesis = national(id, viewer);
        return show(synthesis, find(synthesis, statement), Form.empty(), null, model);
    }

    @PostMapping("/{statement}")
    String add(
            @PathVariable UUID id,
            @PathVariable UUID statement,
            FollowUpForm typed,
            SynthesisDoor.Ticket ticket,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        var synthesis = national(id, viewer);
        var found = find(synthesis, statement);
        var form = typed.shown();
        var outcome = written(door.act(synthesis, ticket, viewer), found.id(), typed, form);
        if (outcome.isPresent() && outcome.get() instanceof Done(var sentence)) {
            Notice.say(response, sentence);
            return "redirect:%s/suivi/%s".formatted(synthesis.deskPath(), statement);
        }
        response.setStatus(outcome.isPresent() ? 409 : 422);
        return show(
                synthesis, found, form, outcome.map(SynthesisOutcome::sentence).orElse(null), model);
    }

    /// Empty when something is to correct, said at its field.
    private Optional<SynthesisOutcome> written(Act act, StatementId statement, FollowUpForm typed, Form form) {
        return switch (Typed.line(typed.quoi())) {
            case "decision" -> {
                var outcome = Typed.constant(FollowUp.Outcome.class, typed.suite());
                var reason = short_(form, "raison", Typed.text(typed.raison()), 1000, "Dites pourquoi");
                if (outcome.isEmpty()) {
                    form.refuse("suite", "Choisissez ce qui est décidé.");
                }
                yield form.hasErrors()
                        ? Optional.empty()
                        : outcome.map(one -> followUps.decide(act, statement, one, reason));
            }
            case "action" -> {
                var what = short_(form, "action", Typed.line(typed.action()), 300, "Dites ce qui sera fait");
                var owner =
                        short_(form, "service", Typed.line(typed.service()), 160, "Dites quel service en a la charge");
                var due = day(typed.echeance());
                if (due.isEmpty()) {
                    form.refuse("echeance", "Écrivez une date complète, par exemple 2027-09-01.");
                }
                yield form.hasErrors()
                        ? Optional.empty()
                        : due.map(one -> followUps.plan(act, statement, what, owner, one));
            }
            default -> {
                var status = Typed.constant(FollowUp.Status.class, typed.etat());
                var note = Typed.line(typed.note());
                if (status.isEmpty()) {
                    form.refuse("etat", "Choisissez où en est l'action.");
                }
                if (note.length() > 500) {
                    form.refuse("note", "Écrivez 500 caractères au plus.");
                }
                var action = Typed.uuid(typed.numero());
                yield form.hasErrors() || action.isEmpty()
                        ? Optional.empty()
                        : status.map(one -> followUps.step(act, statement, action.get(), one, note));
            }
        };
    }

    private static String short_(Form form, String field, String typed, int most, String sentence) {
        if (typed.isEmpty() || typed.length() > most) {
            form.refuse(field, "%s, en %d caractères au plus.".formatted(sentence, most));
        }
        return typed;
    }

    private static Optional<LocalDate> day(@Nullable String typed) {
        try {
            return Optional.of(LocalDate.parse(Typed.line(typed)))
                    .filter(day -> day.getYear() >= 2000 && day.getYear() < 2200);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private Synthesis national(UUID id, Viewer viewer) {
        var synthesis = door.open(id, viewer);
        if (synthesis.level() != Level.NATIONAL) {
            throw new NotFound("Seuls les énoncés de la synthèse nationale ont un suivi.");
        }
        Forbidden.unless(viewer.isPilot(), "Le suivi des décisions revient au pilotage national.");
        return synthesis;
    }

    private Statement find(Synthesis synthesis, UUID id) {
        return statements
                .find(new StatementId(id))
                .filter(one -> one.synthesis().equals(synthesis.id()) && !one.removed())
                .orElseThrow(new NotFound("Cet énoncé n'est plus là."));
    }

    private String show(Synthesis synthesis, Statement statement, Form form, @Nullable String refusal, Model model) {
        model.addAttribute("synthesis", synthesis);
        model.addAttribute("consultation", door.consultation(synthesis.consultation()));
        model.addAttribute("statement", statement);
        model.addAttribute("followUp", repository.of(statement.id()));
        model.addAttribute("form", form);
        model.addAttribute("refusal", refusal);
        return "synthesis/followUp";
    }
}
