package fr.preau.synthesis;

import fr.preau.account.Accounts;
import fr.preau.account.Person;
import fr.preau.account.Viewer;
import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import fr.preau.web.Choice;
import fr.preau.web.Form;
import fr.preau.web.French;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// What the page of an item, or of several, needs.
@Component
class SynthesisItemPages {
    private final SynthesisDoor door;
    private final ItemRepository items;
    private final InboxRepository inbox;
    private final StatementRepository statements;
    private final SourceLinkRepository links;
    private final ObjectionRepository objections;
    private final DispositionWords words;
    private final Suggestions suggestions;
    private final GroupingRepository groupings;
    private final Accounts accounts;
    private final Territories territories;

    SynthesisItemPages(
            SynthesisDoor door,
            ItemRepository items,
            InboxRepository inbox,
            StatementRepository statements,
            SourceLinkRepository links,
            ObjectionRepository objections,
            DispositionWords words,
            Suggestions suggestions,
            GroupingRepository groupings,
            Accounts accounts,
            Territories territories) {
        this.door = door;
        this.items = items;
        this.inbox = inbox;
        this.statements = statements;
        this.links = links;
        this.objections = objections;
        this.words = words;
        this.suggestions = suggestions;
        this.groupings = groupings;
        this.accounts = accounts;
        this.territories = territories;
    }

    /// A statement that leans on the item.
    record Leaning(StatementId statement, String text, LinkKind kind) {}

    String item(Synthesis synthesis, Item item, Form form, @Nullable String refusal, Viewer viewer, Model model) {
        common(synthesis, form, refusal, model);
        var whole = item.parent() == null ? item : items.find(item.parent()).orElseThrow();
        model.addAttribute("item", item);
        model.addAttribute("whole", whole);
        model.addAttribute("pieces", items.pieces(whole.id()));
        model.addAttribute("said", words.of(item));
        model.addAttribute("stale", isStale(synthesis, item));
        model.addAttribute("leaning", leaning(item));
        model.addAttribute("objections", objections.on(item.id()));
        model.addAttribute(
                "territory",
                territories
                        .find(item.origin().territory())
                        .map(Territory::label)
                        .orElse(item.origin().territory()));
        if (!model.containsAttribute("typedPieces")) {
            model.addAttribute("typedPieces", Splitting.toCut(item.text()));
        }
        model.addAttribute("suggested", suggestions.to(item, viewer.person()));
        model.addAttribute("coming", suggestions.isComing());
        model.addAttribute("aided", suggestions.isAided(viewer.person()));
        model.addAttribute("grouped", grouped(synthesis, item));
        model.addAttribute("next", next(synthesis, item));
        return "synthesis/item";
    }

    String several(Synthesis synthesis, List<Item> chosen, Form form, @Nullable String refusal, Model model) {
        common(synthesis, form, refusal, model);
        model.addAttribute("items", chosen);
        return "synthesis/selection";
    }

    private void common(Synthesis synthesis, Form form, @Nullable String refusal, Model model) {
        model.addAttribute("synthesis", synthesis);
        model.addAttribute("consultation", door.consultation(synthesis.consultation()));
        model.addAttribute("coverage", inbox.coverage(synthesis.id()));
        model.addAttribute("form", form);
        model.addAttribute("refusal", refusal);
        model.addAttribute("statements", choices(synthesis));
    }

    private List<Choice> choices(Synthesis synthesis) {
        var all = new ArrayList<Choice>();
        for (var statement : statements.of(synthesis.id())) {
            all.add(new Choice(
                    statement.id().value().toString(),
                    "%s : %s".formatted(statement.kind().french(), French.start(statement.text(), 90))));
        }
        return all;
    }

    private List<Leaning> leaning(Item item) {
        return links.ofItems(List.of(item.id())).stream()
                .map(link -> new Leaning(
                        link.statement(),
                        statements.find(link.statement()).orElseThrow().text(),
                        link.kind()))
                .toList();
    }

    private boolean isStale(Synthesis synthesis, Item item) {
        return inbox
                .after(
                        synthesis.id(),
                        new InboxRepository.Filter(InboxRepository.Show.REVIEW, null, null, null, ""),
                        new Item.Place(item.place().seq(), item.place().piece() - 1))
                .stream()
                .limit(1)
                .anyMatch(one -> one.id().equals(item.id()));
    }

    /// « Prêt de matériel, par Inès Martin ».
    private @Nullable String grouped(Synthesis synthesis, Item item) {
        return groupings.of(synthesis.id()).stream()
                .filter(grouping -> grouping.id().equals(item.grouping()))
                .findFirst()
                .map(grouping -> "%s, par %s"
                        .formatted(
                                grouping.label(),
                                accounts.find(grouping.madeBy())
                                        .map(Person::name)
                                        .filter(name -> !name.isEmpty())
                                        .orElse("une personne de la coordination")))
                .orElse(null);
    }

    private @Nullable Item next(Synthesis synthesis, Item item) {
        return inbox.after(synthesis.id(), InboxRepository.Filter.UNDEALT, item.place()).stream()
                .filter(one -> !Objects.equals(one.id(), item.id()))
                .findFirst()
                .orElse(null);
    }
}
