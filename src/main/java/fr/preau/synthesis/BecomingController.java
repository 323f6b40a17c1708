package fr.preau.synthesis;

import fr.preau.account.Viewer;
import fr.preau.synthesis.SynthesisOutcome.Done;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import fr.preau.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// For those who wrote a synthesis: what the level above did with each of its statements, and their right of reply; for
/// those who wrote that above: the objections, and their answers.
@Controller
@RequestMapping("/espace/consultations/syntheses/{id}")
class BecomingController {
    private final SynthesisDoor door;
    private final SynthesisRepository syntheses;
    private final ItemRepository items;
    private final ObjectionRepository objections;
    private final Objecting objecting;
    private final DispositionWords words;

    BecomingController(
            SynthesisDoor door,
            SynthesisRepository syntheses,
            ItemRepository items,
            ObjectionRepository objections,
            Objecting objecting,
            DispositionWords words) {
        this.door = door;
        this.syntheses = syntheses;
        this.items = items;
        this.objections = objections;
        this.objecting = objecting;
        this.words = words;
    }

    /// One of our statements, up there.
    record Line(Item item, String said, List<Objection> objections, boolean contestable) {}

    @GetMapping("/devenir")
    String becoming(@PathVariable UUID id, Viewer viewer, Model model) {
        return show(door.open(id, viewer), null, model);
    }

    @PostMapping("/devenir/{item}/objecter")
    String object(
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestParam(defaultValue = "") String pourquoi,
            SynthesisDoor.Ticket ticket,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        var ours = door.open(id, viewer);
        var found = items.find(new ItemId(item))
                .filter(one -> objecting
                        .saidBy(one)
                        .filter(by -> by.id().equals(ours.id()))
                        .isPresent())
                .orElseThrow(new NotFound("Cet énoncé n'est pas de votre synthèse."));
        var act = new Act(found.synthesis(), ticket.form(), viewer.person());
        var outcome = objecting.object(act, found.id(), Typed.text(pourquoi));
        if (outcome instanceof Done(var sentence)) {
            Notice.say(response, sentence);
            return "redirect:%s/devenir".formatted(ours.deskPath());
        }
        response.setStatus(409);
        model.addAttribute("typed", Map.of(item.toString(), Typed.text(pourquoi)));
        return show(ours, outcome.sentence(), model);
    }

    @GetMapping("/objections")
    String objections(@PathVariable UUID id, Viewer viewer, Model model) {
        return objections(door.open(id, viewer), null, model);
    }

    @PostMapping("/objections/{objection}")
    String answer(
            @PathVariable UUID id,
            @PathVariable UUID objection,
            @RequestParam(defaultValue = "") String suite,
            @RequestParam(defaultValue = "") String reponse,
            SynthesisDoor.Ticket ticket,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        var synthesis = door.open(id, viewer);
        var outcome = Typed.constant(Objection.Outcome.class, suite);
        var sentence = Typed.text(reponse);
        if (outcome.isEmpty() || sentence.isEmpty() || sentence.length() > Objecting.LONGEST) {
            response.setStatus(422);
            model.addAttribute("typed", Map.of(objection.toString(), sentence));
            return objections(
                    synthesis,
                    "Choisissez la suite donnée, et répondez en %d caractères au plus.".formatted(Objecting.LONGEST),
                    model);
        }
        var done = objecting.answer(door.act(synthesis, ticket, viewer), objection, outcome.get(), sentence);
        if (done instanceof Done(var said)) {
            Notice.say(response, said);
            return "redirect:%s/objections".formatted(synthesis.deskPath());
        }
        response.setStatus(409);
        model.addAttribute("typed", Map.of(objection.toString(), sentence));
        return objections(synthesis, done.sentence(), model);
    }

    private String show(Synthesis ours, @Nullable String refusal, Model model) {
        var above = items.ofSynthesis(ours.id());
        var upper = above.stream()
                .findFirst()
                .flatMap(item -> syntheses.find(item.synthesis()))
                .orElse(null);
        var open = upper != null && objecting.isOpenToObjections(upper);
        model.addAttribute("synthesis", ours);
        model.addAttribute("consultation", door.consultation(ours.consultation()));
        model.addAttribute("upper", upper);
        model.addAttribute("refusal", refusal);
        model.addAttribute(
                "lines",
                above.stream()
                        .map(item -> new Line(
                                item,
                                words.of(item),
                                objections.on(item.id()),
                                open
                                        && item.disposition() != null
                                        && objections.on(item.id()).stream().noneMatch(Objection::isOpen)))
                        .toList());
        return "synthesis/becoming";
    }

    private String objections(Synthesis synthesis, @Nullable String refusal, Model model) {
        var all = objections.of(synthesis.id());
        var contested = items.find(all.stream().map(Objection::item).distinct().toList());
        model.addAttribute("synthesis", synthesis);
        model.addAttribute("consultation", door.consultation(synthesis.consultation()));
        model.addAttribute("objections", all);
        model.addAttribute("items", contested.stream().collect(Collectors.toMap(Item::id, item -> item)));
        model.addAttribute("refusal", refusal);
        return "synthesis/objections";
    }
}
