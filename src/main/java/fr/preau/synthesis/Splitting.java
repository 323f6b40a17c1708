package fr.preau.synthesis;

import fr.preau.synthesis.Disposition.Outcome;
import fr.preau.synthesis.SynthesisOutcome.Done;
import fr.preau.synthesis.SynthesisOutcome.Refused;
import fr.preau.synthesis.SynthesisOutcome.Stale;
import fr.preau.web.Typed;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A text that holds several ideas is cut into pieces, each dealt with by itself. Every word stays in exactly one of
/// them, so that cutting loses nothing.
@Service
class Splitting {
    private static final Pattern BLANK_LINE = Pattern.compile("\\n\\s*\\n");

    private final SynthesisWrites writes;
    private final ItemRepository items;
    private final DispositionRepository dispositions;
    private final DealingRules rules;

    Splitting(SynthesisWrites writes, ItemRepository items, DispositionRepository dispositions, DealingRules rules) {
        this.writes = writes;
        this.items = items;
        this.dispositions = dispositions;
        this.rules = rules;
    }

    /// The pieces as typed, a blank line between two; one piece alone is no cut.
    static List<String> pieces(String typed) {
        return BLANK_LINE
                .splitAsStream(Typed.text(typed))
                .map(String::strip)
                .filter(piece -> !piece.isEmpty())
                .toList();
    }

    /// The text as the form shows it: its own blank lines would be cuts.
    static String toCut(String text) {
        return text.replaceAll("\\n\\s*\\n+", "\n");
    }

    @Transactional
    SynthesisOutcome split(Act act, Seen seen, List<String> pieces) {
        return on(act, seen, item -> {
            var refused = maySplit(item, pieces);
            if (refused.isPresent()) {
                return refused.get();
            }
            var place = 1;
            for (var piece : pieces) {
                items.addPiece(item, place++, piece);
            }
            dispositions.split(item, act.by());
            items.touch(List.of(item.id()));
            return new Done("Découpée en %d morceaux : chacun est à traiter.".formatted(pieces.size()));
        });
    }

    /// Its pieces are one again, to be dealt with whole.
    @Transactional
    SynthesisOutcome join(Act act, Seen seen) {
        return on(act, seen, item -> {
            var pieces = items.pieces(item.id());
            if (!item.is(Outcome.SPLIT)) {
                return new Refused("Elle n'est pas découpée.");
            }
            if (pieces.stream().anyMatch(piece -> piece.disposition() != null)) {
                return new Refused("Un de ses morceaux est déjà traité : remettez-le d'abord à traiter.");
            }
            if (dispositions.isSaidAgain(pieces.stream().map(Item::id).toList())) {
                return new Refused("D'autres sont mises de côté comme doubles d'un de ses morceaux.");
            }
            pieces.forEach(piece -> items.withdraw(piece, "Morceaux réunis.", false));
            dispositions.remove(item);
            items.touch(List.of(item.id()));
            return new Done("Ses morceaux sont réunis : elle est de nouveau à traiter.");
        });
    }

    private static Optional<Refused> maySplit(Item item, List<String> pieces) {
        return DealingRules.unless(
                        item.disposition() == null && !item.isWithdrawn(),
                        "Elle est déjà traitée : remettez-la d'abord à traiter.")
                .or(() -> DealingRules.unless(
                        !item.isPiece(), "C'est déjà un morceau : réunissez les morceaux, puis découpez autrement."))
                .or(() -> DealingRules.unless(
                        pieces.size() > 1,
                        "Laissez une ligne vide là où une autre idée commence : il faut au moins deux morceaux."))
                .or(() -> DealingRules.unless(
                        bare(String.join(" ", pieces)).equals(bare(item.text())),
                        "Les mots doivent rester les mêmes, dans le même ordre : n'ajoutez que des lignes vides."));
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }

    private SynthesisOutcome on(Act act, Seen seen, java.util.function.Function<Item, SynthesisOutcome> step) {
        return writes.write(act, _ -> true, synthesis -> {
            var item = items.find(seen.item()).filter(one -> one.synthesis().equals(synthesis.id()));
            if (item.isEmpty()) {
                return new Refused("Cette contribution n'est pas de cette synthèse.");
            }
            if (item.get().lock() != seen.lock()) {
                return new Stale();
            }
            return rules.mayDeal(synthesis, List.of(item.get()))
                    .map(SynthesisOutcome.class::cast)
                    .orElseGet(() -> step.apply(item.get()));
        });
    }
}
