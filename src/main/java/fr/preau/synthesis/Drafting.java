package fr.preau.synthesis;

import fr.preau.synthesis.StatementRepository.Words;
import fr.preau.synthesis.SynthesisOutcome.Done;
import fr.preau.synthesis.SynthesisOutcome.Refused;
import fr.preau.synthesis.SynthesisOutcome.Stale;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Writing the statements themselves: their words, their order, and what the level adds of its own.
@Service
class Drafting {
    private final SynthesisWrites writes;
    private final SynthesisRepository syntheses;
    private final StatementRepository statements;
    private final SourceLinkRepository links;
    private final ItemRepository items;
    private final DispositionRepository dispositions;
    private final ObjectionRepository objections;

    Drafting(
            SynthesisWrites writes,
            SynthesisRepository syntheses,
            StatementRepository statements,
            SourceLinkRepository links,
            ItemRepository items,
            DispositionRepository dispositions,
            ObjectionRepository objections) {
        this.writes = writes;
        this.syntheses = syntheses;
        this.statements = statements;
        this.links = links;
        this.items = items;
        this.dispositions = dispositions;
        this.objections = objections;
    }

    /// A statement as it was on the page of whoever changes it.
    record Read(StatementId statement, int lock) {
        static Read of(Statement statement) {
            return new Read(statement.id(), statement.lock());
        }
    }

    /// What the level says by itself: it is shown as such until it leans on something.
    @Transactional
    SynthesisOutcome add(Act act, Words words) {
        return writes.write(act, this::isOpen, synthesis -> {
            statements.add(synthesis.id(), words, true);
            return new Done("L'énoncé est ajouté, marqué « ajout de ce niveau » tant qu'il ne s'appuie sur rien.");
        });
    }

    @Transactional
    SynthesisOutcome reword(Act act, Read read, Words words, boolean ownAddition) {
        return on(act, read, (_, statement) -> {
            var sources = links.of(statement);
            if (ownAddition && !sources.isEmpty()) {
                return new Refused("Cet énoncé s'appuie sur des contributions : ce n'est pas un ajout.");
            }
            if (!sources.stream().allMatch(link -> carries(link, words.kind()))) {
                return new Refused(
                        "Il reprend un désaccord : il reste un énoncé de désaccord tant qu'il s'appuie sur lui.");
            }
            statements.write(statements.thaw(statement), words, ownAddition);
            return new Done("L'énoncé est enregistré.");
        });
    }

    /// One place up or down.
    @Transactional
    SynthesisOutcome move(Act act, Read read, boolean up) {
        return on(act, read, (synthesis, statement) -> {
            var order = new java.util.ArrayList<>(
                    statements.of(synthesis.id()).stream().map(Statement::id).toList());
            var from = order.indexOf(statement.id());
            var to = Math.clamp(up ? from - 1L : from + 1L, 0, order.size() - 1);
            order.add(to, order.remove(from));
            for (var i = 0; i < order.size(); i++) {
                statements.place(order.get(i), i + 1);
            }
            syntheses.touch(synthesis.id());
            return new Done("L'ordre est enregistré.");
        });
    }

    /// Its sources are to be dealt with again, unless another statement leans on them.
    @Transactional
    SynthesisOutcome remove(Act act, Read read) {
        return on(act, read, (_, statement) -> {
            var sources = links.of(statement).stream().map(SourceLink::item).toList();
            statements.remove(statement.id());
            items.find(sources).forEach(item -> dispositions.settle(item, act.by()));
            items.touch(sources);
            return new Done("L'énoncé est retiré. Ce sur quoi lui seul s'appuyait est de nouveau à traiter.");
        });
    }

    /// While it is written; then only to answer an objection.
    private boolean isOpen(Synthesis synthesis) {
        return synthesis.isDraft()
                || (synthesis.state() == Synthesis.State.CONTESTED && objections.anyOpen(synthesis.id()));
    }

    private boolean carries(SourceLink link, StatementKind kind) {
        return items.find(link.item())
                .filter(item -> link.kind().mayCarry(item.nature(), kind))
                .isPresent();
    }

    private SynthesisOutcome on(Act act, Read read, BiFunction<Synthesis, Statement, SynthesisOutcome> step) {
        return writes.write(act, this::isOpen, synthesis -> {
            var statement = statements
                    .find(read.statement())
                    .filter(one -> one.synthesis().equals(synthesis.id()) && !one.removed());
            if (statement.isEmpty()) {
                return new Refused("Cet énoncé n'est plus là.");
            }
            return statement.get().lock() == read.lock() ? step.apply(synthesis, statement.get()) : new Stale();
        });
    }
}
