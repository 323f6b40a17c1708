package fr.preau.synthesis;

import fr.preau.synthesis.Disposition.Aside;
import fr.preau.synthesis.Disposition.Outcome;
import fr.preau.synthesis.StatementRepository.Words;
import fr.preau.synthesis.SynthesisOutcome.Done;
import fr.preau.synthesis.SynthesisOutcome.Refused;
import fr.preau.synthesis.SynthesisOutcome.Stale;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What a level does with what it received: take up in a statement, set aside with a reason, or put back.
@Service
class Dealing {
    private final SynthesisWrites writes;
    private final ItemRepository items;
    private final StatementRepository statements;
    private final SourceLinkRepository links;
    private final DispositionRepository dispositions;
    private final DealingRules rules;

    Dealing(
            SynthesisWrites writes,
            ItemRepository items,
            StatementRepository statements,
            SourceLinkRepository links,
            DispositionRepository dispositions,
            DealingRules rules) {
        this.writes = writes;
        this.items = items;
        this.statements = statements;
        this.links = links;
        this.dispositions = dispositions;
        this.rules = rules;
    }

    /// In a statement that is there already.
    @Transactional
    SynthesisOutcome takeUp(Act act, List<Seen> seen, StatementId into, LinkKind kind) {
        return on(act, seen, all -> {
            var statement = statements.find(into).filter(one -> !one.removed());
            if (statement.isEmpty() || !statement.get().synthesis().equals(act.synthesis())) {
                return new Refused("Cet énoncé n'est plus là : choisissez-en un autre.");
            }
            return refusal(all, item -> rules.takeUp(item, kind, statement.get().kind()))
                    .orElseGet(() -> taken(act, all, statement.get(), kind));
        });
    }

    /// In a statement made for it.
    @Transactional
    SynthesisOutcome takeUp(Act act, List<Seen> seen, Words words, LinkKind kind) {
        return on(
                act,
                seen,
                all -> refusal(all, item -> rules.takeUp(item, kind, words.kind()))
                        .orElseGet(() -> {
                            var id = statements.add(act.synthesis(), words, false);
                            return taken(act, all, statements.find(id).orElseThrow(), kind);
                        }));
    }

    /// The statement leans on it no more; without any other, it is to be dealt with again.
    @Transactional
    SynthesisOutcome unlink(Act act, Seen seen, StatementId from) {
        return on(act, List.of(seen), all -> {
            var found = statements.find(from).filter(one -> one.synthesis().equals(act.synthesis()) && !one.removed());
            if (found.isEmpty()) {
                return new Refused("Cet énoncé n'est plus là.");
            }
            links.unlink(statements.thaw(found.get()), all.getFirst());
            settle(act, all);
            return new Done("L'énoncé ne s'appuie plus sur cette contribution.");
        });
    }

    @Transactional
    SynthesisOutcome setAside(Act act, List<Seen> seen, Aside aside) {
        return on(
                act,
                seen,
                all -> refusal(all, item -> rules.setAside(item, aside, all)).orElseGet(() -> {
                    all.forEach(item -> dispositions.setAside(item, aside, act.by()));
                    items.touch(ids(all));
                    return new Done(
                            all.size() == 1 ? "Mise de côté, avec sa raison." : "Mises de côté, avec leur raison.");
                }));
    }

    /// What was set aside is to be dealt with again.
    @Transactional
    SynthesisOutcome putBack(Act act, Seen seen) {
        return on(act, List.of(seen), all -> {
            var item = all.getFirst();
            if (!item.is(Outcome.SET_ASIDE)) {
                return new Refused("Elle n'est pas mise de côté.");
            }
            dispositions.remove(item);
            items.touch(ids(all));
            return new Done("Elle est de nouveau à traiter.");
        });
    }

    /// What was done with it holds, though it changed below.
    @Transactional
    SynthesisOutcome confirm(Act act, Seen seen) {
        return on(act, List.of(seen), all -> {
            var item = all.getFirst();
            var linked = links.ofItems(ids(all));
            var refused = rules.confirm(item, linked);
            if (refused.isPresent()) {
                return refused.get();
            }
            for (var link : linked) {
                var statement =
                        statements.thaw(statements.find(link.statement()).orElseThrow());
                links.link(statement, item, link.kind(), act.by());
            }
            dispositions.confirm(item, act.by());
            items.touch(ids(all));
            return new Done("Confirmée dans sa nouvelle version.");
        });
    }

    private SynthesisOutcome taken(Act act, List<Item> all, Statement into, LinkKind kind) {
        var statement = statements.thaw(into);
        all.forEach(item -> links.link(statement, item, kind, act.by()));
        if (statement.ownAddition()) {
            statements.write(statement, new Words(statement.kind(), statement.text()), false);
        }
        settle(act, all);
        return new Done(all.size() == 1 ? "Reprise dans l'énoncé." : "Reprises dans l'énoncé.");
    }

    private void settle(Act act, List<Item> all) {
        all.forEach(item -> dispositions.settle(item, act.by()));
        items.touch(ids(all));
    }

    private SynthesisOutcome on(Act act, List<Seen> seen, Function<List<Item>, SynthesisOutcome> step) {
        return writes.write(act, _ -> true, synthesis -> {
            var all = items.find(seen.stream().map(Seen::item).distinct().toList());
            if (all.isEmpty() || all.stream().anyMatch(item -> !item.synthesis().equals(synthesis.id()))) {
                return new Refused("Choisissez au moins une contribution de cette synthèse.");
            }
            if (!all.stream().map(Seen::of).toList().containsAll(seen)) {
                return new Stale();
            }
            return rules.mayDeal(synthesis, all)
                    .map(SynthesisOutcome.class::cast)
                    .orElseGet(() -> step.apply(all));
        });
    }

    private static Optional<SynthesisOutcome> refusal(List<Item> all, Function<Item, Optional<Refused>> rule) {
        return all.stream()
                .map(rule)
                .flatMap(Optional::stream)
                .map(SynthesisOutcome.class::cast)
                .findFirst();
    }

    private static List<ItemId> ids(List<Item> all) {
        return all.stream().map(Item::id).toList();
    }
}
