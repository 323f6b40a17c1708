package fr.preau.synthesis;

import fr.preau.account.Viewer;
import fr.preau.synthesis.SynthesisOutcome.Done;
import fr.preau.web.Form;
import fr.preau.web.Notice;
import fr.preau.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
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
import org.springframework.web.bind.annotation.RequestParam;

/// The statements of a synthesis: their words, their order, their sources.
@Controller
@RequestMapping("/espace/consultations/syntheses/{id}/enonces")
class SynthesisStatementController {
    private final SynthesisDoor door;
    private final Drafting drafting;
    private final StatementRepository statements;
    private final SourceLinkRepository links;
    private final InboxRepository inbox;

    SynthesisStatementController(
            SynthesisDoor door,
            Drafting drafting,
            StatementRepository statements,
            SourceLinkRepository links,
            InboxRepository inbox) {
        this.door = door;
        this.drafting = drafting;
        this.statements = statements;
        this.links = links;
        this.inbox = inbox;
    }

    /// What is typed of a statement; `ajout` is « on » when it is the level's own.
    record StatementForm(
            @Nullable String genre,
            @Nullable String texte,
            @Nullable String ajout) {
        Form shown() {
            return Form.filled(Map.of(
                    "genre", Typed.line(genre),
                    "texte", Typed.text(texte),
                    "ajout", ajout == null ? "" : ajout));
        }

        static StatementForm of(Statement statement) {
            return new StatementForm(statement.kind().name(), statement.text(), statement.ownAddition() ? "on" : null);
        }
    }

    @GetMapping
    String list(@PathVariable UUID id, Viewer viewer, Model model) {
        return show(door.open(id, viewer), Form.empty(), null, model);
    }

    @PostMapping
    String add(
            @PathVariable UUID id,
            StatementForm typed,
            SynthesisDoor.Ticket ticket,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        var synthesis = door.open(id, viewer);
        var form = typed.shown();
        var words = DealForm.words(form, typed.genre(), typed.texte());
        if (words.isEmpty()) {
            response.setStatus(422);
            return show(synthesis, form, null, model);
        }
        var outcome = drafting.add(door.act(synthesis, ticket, viewer), words.get());
        return answer(synthesis, form, outcome, model, response);
    }

    @GetMapping("/{statement}")
    String statement(@PathVariable UUID id, @PathVariable UUID statement, Viewer viewer, Model model) {
        var synthesis = door.open(id, viewer);
        var found = find(synthesis, statement);
        return edit(synthesis, found, StatementForm.of(found).shown(), null, model);
    }

    @PostMapping("/{statement}")
    String reword(
            @PathVariable UUID id,
            @PathVariable UUID statement,
            StatementForm typed,
            SynthesisDoor.Ticket ticket,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        var synthesis = door.open(id, viewer);
        var form = typed.shown();
        if (standing(synthesis, statement).isEmpty()) {
            response.setStatus(409);
            return show(
                    synthesis,
                    form,
                    "Quelqu'un d'autre vient de retirer cet énoncé. Ce que vous aviez écrit est ci-dessous : ajoutez-le s'il doit rester.",
                    model);
        }
        var found = find(synthesis, statement);
        var words = DealForm.words(form, typed.genre(), typed.texte());
        if (words.isEmpty()) {
            response.setStatus(422);
            return edit(synthesis, found, form, null, model);
        }
        var outcome = drafting.reword(
                door.act(synthesis, ticket, viewer),
                new Drafting.Read(found.id(), ticket.seen()),
                words.get(),
                typed.ajout() != null);
        if (outcome instanceof Done(var sentence)) {
            Notice.say(response, sentence);
            return "redirect:%s/enonces".formatted(synthesis.deskPath());
        }
        response.setStatus(409);
        return edit(synthesis, find(synthesis, statement), form, outcome.sentence(), model);
    }

    @PostMapping("/{statement}/deplacer")
    String move(
            @PathVariable UUID id,
            @PathVariable UUID statement,
            @RequestParam(defaultValue = "") String sens,
            SynthesisDoor.Ticket ticket,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        var synthesis = door.open(id, viewer);
        var read = new Drafting.Read(find(synthesis, statement).id(), ticket.seen());
        var outcome = drafting.move(door.act(synthesis, ticket, viewer), read, sens.equals("haut"));
        return answer(synthesis, Form.empty(), outcome, model, response);
    }

    @PostMapping("/{statement}/supprimer")
    String remove(
            @PathVariable UUID id,
            @PathVariable UUID statement,
            SynthesisDoor.Ticket ticket,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        var synthesis = door.open(id, viewer);
        var read = new Drafting.Read(find(synthesis, statement).id(), ticket.seen());
        return answer(
                synthesis, Form.empty(), drafting.remove(door.act(synthesis, ticket, viewer), read), model, response);
    }

    private Optional<Statement> standing(Synthesis synthesis, UUID id) {
        return statements
                .find(new StatementId(id))
                .filter(one -> one.synthesis().equals(synthesis.id()) && !one.removed());
    }

    private Statement find(Synthesis synthesis, UUID id) {
        return standing(synthesis, id).orElseThrow(new fr.preau.web.NotFound("Cet énoncé n'est plus là."));
    }

    private String answer(
            Synthesis synthesis, Form form, SynthesisOutcome outcome, Model model, HttpServletResponse response) {
        if (outcome instanceof Done(var sentence)) {
            Notice.say(response, sentence);
            return "redirect:%s/enonces".formatted(synthesis.deskPath());
        }
        response.setStatus(409);
        return show(synthesis, form, outcome.sentence(), model);
    }

    private String show(Synthesis synthesis, Form form, @Nullable String refusal, Model model) {
        var all = statements.of(synthesis.id());
        head(synthesis, form, refusal, model);
        model.addAttribute("statements", all);
        model.addAttribute("sizes", links.sizes(synthesis.id()));
        model.addAttribute("leaves", links.leaves(all));
        return "synthesis/statements";
    }

    private String edit(Synthesis synthesis, Statement statement, Form form, @Nullable String refusal, Model model) {
        head(synthesis, form, refusal, model);
        model.addAttribute("statement", statement);
        model.addAttribute("sources", inbox.sources(statement));
        return "synthesis/statement";
    }

    private void head(Synthesis synthesis, Form form, @Nullable String refusal, Model model) {
        model.addAttribute("synthesis", synthesis);
        model.addAttribute("consultation", door.consultation(synthesis.consultation()));
        model.addAttribute("coverage", inbox.coverage(synthesis.id()));
        model.addAttribute("form", form);
        model.addAttribute("refusal", refusal);
    }
}
