package fr.preau.synthesis;

import fr.preau.account.Viewer;
import fr.preau.synthesis.SynthesisOutcome.Done;
import fr.preau.territory.Territories;
import fr.preau.web.Form;
import fr.preau.web.Notice;
import fr.preau.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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

/// One item, or a few chosen together, and what is done with them. Each answer leads to the next that waits.
@Controller
@RequestMapping("/espace/consultations/syntheses/{id}")
class SynthesisItemController {
    private final SynthesisDoor door;
    private final ItemRepository items;
    private final InboxRepository inbox;
    private final Dealing dealing;
    private final Splitting splitting;
    private final Grouper grouper;
    private final SynthesisItemPages pages;
    private final Territories territories;

    SynthesisItemController(
            SynthesisDoor door,
            ItemRepository items,
            InboxRepository inbox,
            Dealing dealing,
            Splitting splitting,
            Grouper grouper,
            SynthesisItemPages pages,
            Territories territories) {
        this.door = door;
        this.items = items;
        this.inbox = inbox;
        this.dealing = dealing;
        this.splitting = splitting;
        this.grouper = grouper;
        this.pages = pages;
        this.territories = territories;
    }

    /// Who asks what of which items, with the page to show again if it is refused.
    private record Asked(Synthesis synthesis, Viewer viewer, List<Seen> seen, Model model, HttpServletResponse answer) {
        Seen one() {
            return seen.getFirst();
        }
    }

    @GetMapping("/elements/{item}")
    String item(@PathVariable UUID id, @PathVariable UUID item, Viewer viewer, Model model) {
        var synthesis = door.open(id, viewer);
        var one = door.item(synthesis, item);
        return pages.item(synthesis, one, DealForm.blank(one).shown(), null, viewer, model);
    }

    @GetMapping("/selection")
    String selection(@PathVariable UUID id, DealForm typed, Viewer viewer, Model model) {
        var synthesis = door.open(id, viewer);
        var chosen = chosen(synthesis, typed.seen());
        return chosen.isEmpty()
                ? "redirect:" + synthesis.deskPath()
                : pages.several(
                        synthesis, chosen, DealForm.blank(chosen.getFirst()).shown(), null, model);
    }

    @PostMapping("/reprendre")
    String takeUp(
            @PathVariable UUID id,
            DealForm typed,
            SynthesisDoor.Ticket ticket,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        var asked = asked(id, typed, viewer, model, response);
        var form = typed.shown();
        var kind = typed.link(form);
        var into = Typed.uuid(typed.vers()).map(StatementId::new);
        var words = into.isPresent() ? Optional.<StatementRepository.Words>empty() : typed.words(form);
        if (kind.isEmpty() || form.hasErrors()) {
            return again(asked, form, 422, null);
        }
        var act = act(asked, ticket);
        return answer(
                asked,
                form,
                into.isPresent()
                        ? dealing.takeUp(act, asked.seen(), into.get(), kind.get())
                        : dealing.takeUp(act, asked.seen(), words.orElseThrow(), kind.get()));
    }

    @PostMapping("/ecarter")
    String setAside(
            @PathVariable UUID id,
            DealForm typed,
            SynthesisDoor.Ticket ticket,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        var asked = asked(id, typed, viewer, model, response);
        var form = typed.shown();
        var aside = typed.aside(form, asked.synthesis(), items, territories);
        return aside.isEmpty()
                ? again(asked, form, 422, null)
                : answer(asked, form, dealing.setAside(act(asked, ticket), asked.seen(), aside.get()));
    }

    @PostMapping("/regrouper")
    String group(
            @PathVariable UUID id,
            DealForm typed,
            SynthesisDoor.Ticket ticket,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        var asked = asked(id, typed, viewer, model, response);
        var outcome = grouper.group(act(asked, ticket), asked.seen(), Typed.line(typed.nom()));
        if (outcome instanceof Done(var sentence)) {
            Notice.say(response, sentence);
            return "redirect:" + asked.synthesis().deskPath();
        }
        return again(asked, typed.shown(), 409, outcome.sentence());
    }

    @PostMapping("/elements/{item}/retirer")
    String unlink(
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestParam(defaultValue = "") String enonce,
            SynthesisDoor.Ticket ticket,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        var asked = asked(id, item, ticket, viewer, model, response);
        var from = new StatementId(Typed.uuid(enonce).orElse(item));
        return shown(asked, dealing.unlink(act(asked, ticket), asked.one(), from));
    }

    @PostMapping("/elements/{item}/remettre")
    String putBack(
            @PathVariable UUID id,
            @PathVariable UUID item,
            SynthesisDoor.Ticket ticket,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        var asked = asked(id, item, ticket, viewer, model, response);
        return shown(asked, dealing.putBack(act(asked, ticket), asked.one()));
    }

    @PostMapping("/elements/{item}/confirmer")
    String confirm(
            @PathVariable UUID id,
            @PathVariable UUID item,
            SynthesisDoor.Ticket ticket,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        var asked = asked(id, item, ticket, viewer, model, response);
        return shown(asked, dealing.confirm(act(asked, ticket), asked.one()));
    }

    @PostMapping("/elements/{item}/decouper")
    String split(
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestParam(defaultValue = "") String morceaux,
            SynthesisDoor.Ticket ticket,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        var asked = asked(id, item, ticket, viewer, model, response);
        model.addAttribute("typedPieces", Typed.text(morceaux));
        return shown(asked, splitting.split(act(asked, ticket), asked.one(), Splitting.pieces(morceaux)));
    }

    @PostMapping("/elements/{item}/reunir")
    String join(
            @PathVariable UUID id,
            @PathVariable UUID item,
            SynthesisDoor.Ticket ticket,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        var asked = asked(id, item, ticket, viewer, model, response);
        return shown(asked, splitting.join(act(asked, ticket), asked.one()));
    }

    /// Something done to one item, whose page is shown again: it may have more to be done.
    private String shown(Asked asked, SynthesisOutcome outcome) {
        if (outcome instanceof Done(var sentence)) {
            Notice.say(asked.answer(), sentence);
            return "redirect:%s/elements/%s"
                    .formatted(asked.synthesis().deskPath(), asked.one().item().value());
        }
        var item = chosen(asked.synthesis(), asked.seen()).getFirst();
        return again(asked, DealForm.blank(item).shown(), 409, outcome.sentence());
    }

    private Act act(Asked asked, SynthesisDoor.Ticket ticket) {
        return door.act(asked.synthesis(), ticket, asked.viewer());
    }

    private Asked asked(
            UUID id, UUID item, SynthesisDoor.Ticket ticket, Viewer viewer, Model model, HttpServletResponse response) {
        var synthesis = door.open(id, viewer);
        var found = door.item(synthesis, item);
        return new Asked(synthesis, viewer, List.of(new Seen(found.id(), ticket.seen())), model, response);
    }

    private Asked asked(UUID id, DealForm typed, Viewer viewer, Model model, HttpServletResponse response) {
        return new Asked(door.open(id, viewer), viewer, typed.seen(), model, response);
    }

    /// To the next that waits, after the last one dealt with.
    private String answer(Asked asked, Form form, SynthesisOutcome outcome) {
        if (!(outcome instanceof Done(var sentence))) {
            return again(asked, form, 409, outcome.sentence());
        }
        Notice.say(asked.answer(), sentence);
        var last = chosen(asked.synthesis(), asked.seen()).getLast().place();
        var next = inbox.after(asked.synthesis().id(), InboxRepository.Filter.UNDEALT, last);
        return asked.seen().size() > 1 || next.isEmpty()
                ? "redirect:" + asked.synthesis().deskPath()
                : "redirect:%s/elements/%s"
                        .formatted(
                                asked.synthesis().deskPath(),
                                next.getFirst().id().value());
    }

    /// The page as it is now, with what was typed. A stale page's lock is not sent back: it is read anew.
    private String again(Asked asked, Form form, int status, @Nullable String refusal) {
        asked.answer().setStatus(status);
        var chosen = chosen(asked.synthesis(), asked.seen());
        if (chosen.isEmpty()) {
            asked.model().addAttribute("status", status);
            asked.model().addAttribute("sentence", "Choisissez au moins une contribution de cette synthèse.");
            return "web/refusal";
        }
        return chosen.size() == 1
                ? pages.item(asked.synthesis(), chosen.getFirst(), form, refusal, asked.viewer(), asked.model())
                : pages.several(asked.synthesis(), chosen, form, refusal, asked.model());
    }

    private List<Item> chosen(Synthesis synthesis, List<Seen> seen) {
        return items.find(seen.stream().map(Seen::item).distinct().toList()).stream()
                .filter(item -> item.synthesis().equals(synthesis.id()))
                .toList();
    }
}
