package fr.preau.synthesis;

import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import fr.preau.web.French;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What was done with an item, in a sentence.
@Component
class DispositionWords {
    private final SourceLinkRepository links;
    private final StatementRepository statements;
    private final ItemRepository items;
    private final Territories territories;

    DispositionWords(
            SourceLinkRepository links, StatementRepository statements, ItemRepository items, Territories territories) {
        this.links = links;
        this.statements = statements;
        this.items = items;
        this.territories = territories;
    }

    String of(Item item) {
        var disposition = item.disposition();
        if (disposition == null) {
            return "Pas encore traitée.";
        }
        return switch (disposition.outcome()) {
            case SPLIT -> "Découpée en morceaux.";
            case SET_ASIDE -> disposition.aside() == null ? "Mise de côté." : aside(disposition.aside());
            case TAKEN_UP ->
                links.ofItems(List.of(item.id())).stream()
                        .map(link -> "Reprise : « %s »"
                                .formatted(French.start(
                                        statements
                                                .find(link.statement())
                                                .orElseThrow()
                                                .text(),
                                        200)))
                        .collect(Collectors.joining(" "));
        };
    }

    private String aside(Disposition.Aside aside) {
        var original = aside.duplicateOf();
        var sent = aside.sentTo();
        var whom = original != null
                ? " (" + items.find(original).orElseThrow().reference() + ")"
                : sent != null
                        ? " à " + territories.find(sent).map(Territory::label).orElse(sent)
                        : "";
        return "Mise de côté, %s%s : %s".formatted(aside.reason().french(), whom, aside.sentence());
    }
}
