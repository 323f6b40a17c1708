package fr.preau.synthesis;

import fr.preau.synthesis.SynthesisOutcome.Done;
import fr.preau.synthesis.SynthesisOutcome.Refused;
import fr.preau.synthesis.SynthesisOutcome.Stale;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Puts items together under a label, and apart again.
@Service
class Grouper {
    static final int LONGEST = 160;

    private final SynthesisWrites writes;
    private final ItemRepository items;
    private final GroupingRepository groupings;

    Grouper(SynthesisWrites writes, ItemRepository items, GroupingRepository groupings) {
        this.writes = writes;
        this.items = items;
        this.groupings = groupings;
    }

    @Transactional
    SynthesisOutcome group(Act act, List<Seen> seen, String label) {
        return writes.write(act, Synthesis::isDraft, synthesis -> {
            var all = items.find(seen.stream().map(Seen::item).distinct().toList());
            if (all.stream().anyMatch(item -> !item.synthesis().equals(synthesis.id())) || all.size() < 2) {
                return new Refused("Choisissez au moins deux contributions de cette synthèse.");
            }
            if (!all.stream().map(Seen::of).toList().containsAll(seen)) {
                return new Stale();
            }
            if (label.isEmpty() || label.length() > LONGEST) {
                return new Refused("Nommez ce regroupement, en %d caractères au plus.".formatted(LONGEST));
            }
            groupings.add(act, label);
            items.group(all.stream().map(Item::id).toList(), act.form());
            return new Done("Regroupées sous « %s ». Chacune reste à traiter.".formatted(label));
        });
    }

    /// Within another act on the same synthesis: this one joins the group the other is in, or both found one.
    void join(Item item, Item other, String label, Act act) {
        var there = Objects.requireNonNullElse(other.grouping(), act.form());
        if (there.equals(act.form())) {
            groupings.add(act, label);
        }
        items.group(List.of(item.id(), other.id()), there);
    }

    @Transactional
    SynthesisOutcome undo(Act act, UUID grouping) {
        return writes.write(act, Synthesis::isDraft, synthesis -> {
            if (!groupings.undo(synthesis.id(), grouping, act.by())) {
                return new Refused("Ce regroupement est déjà défait.");
            }
            items.group(items.ofGrouping(grouping), null);
            return new Done("Le regroupement est défait : rien d'autre n'a changé.");
        });
    }

    List<Grouping> of(SynthesisId synthesis) {
        return groupings.of(synthesis);
    }
}
