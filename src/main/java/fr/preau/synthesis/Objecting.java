package fr.preau.synthesis;

import fr.preau.synthesis.Item.Source;
import fr.preau.synthesis.SynthesisOutcome.Done;
import fr.preau.synthesis.SynthesisOutcome.Refused;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The right of reply of the level below: it contests what was done of what it said, and is answered before anything is
/// validated.
@Service
class Objecting {
    static final int LONGEST = 1000;

    private final SynthesisWrites writes;
    private final SynthesisRepository syntheses;
    private final ItemRepository items;
    private final ObjectionRepository objections;
    private final SynthesisHeralds heralds;
    private final SynthesisCourse course;
    private final DispositionWords words;

    Objecting(
            SynthesisWrites writes,
            SynthesisRepository syntheses,
            ItemRepository items,
            ObjectionRepository objections,
            SynthesisHeralds heralds,
            SynthesisCourse course,
            DispositionWords words) {
        this.writes = writes;
        this.syntheses = syntheses;
        this.items = items;
        this.objections = objections;
        this.heralds = heralds;
        this.course = course;
        this.words = words;
    }

    /// One at a time on each item, within the days announced.
    @Transactional
    SynthesisOutcome object(Act act, ItemId id, String why) {
        return writes.write(act, this::isOpenToObjections, synthesis -> {
            var item = items.find(id).filter(one -> one.synthesis().equals(synthesis.id()));
            var refused = mayObject(item, why);
            if (refused.isPresent()) {
                return refused.get();
            }
            var against = new Objection.Against(words.of(item.orElseThrow()), why);
            objections.add(act.form(), item.get(), against, act.by(), course.today());
            heralds.objected(synthesis, why, act.by());
            return new Done("Votre objection est déposée : elle sera publiée avec sa réponse.");
        });
    }

    /// « Corrected » is said of what was in fact dealt with otherwise since.
    @Transactional
    SynthesisOutcome answer(Act act, UUID id, Objection.Outcome outcome, String answer) {
        return writes.write(act, synthesis -> synthesis.state() == Synthesis.State.CONTESTED, synthesis -> {
            var objection = objections.find(id).filter(Objection::isOpen);
            var item = objection.flatMap(one -> items.find(one.item()));
            if (item.isEmpty() || !item.get().synthesis().equals(synthesis.id())) {
                return new Refused("Cette objection a déjà sa réponse.");
            }
            if (item.get().disposition() == null) {
                return new Refused("Traitez d'abord ce qui est contesté : sans cela, rien ne répond à l'objection.");
            }
            if (outcome == Objection.Outcome.CORRECTED
                    && item.get().lock() == objection.orElseThrow().itemLock()) {
                return new Refused("Rien n'a été changé depuis l'objection : corrigez d'abord, ou maintenez.");
            }
            objections.answer(id, outcome, answer, act.by(), course.today());
            saidBy(item.get()).ifPresent(lower -> heralds.answered(synthesis, lower, answer, act.by()));
            return new Done("La réponse est enregistrée : elle sera publiée avec l'objection.");
        });
    }

    boolean isOpenToObjections(Synthesis synthesis) {
        var until = synthesis.contestUntil();
        return synthesis.state() == Synthesis.State.CONTESTED && until != null && !until.isBefore(course.today());
    }

    /// The synthesis of the level below that said it.
    Optional<Synthesis> saidBy(Item item) {
        return item.source().kind() == Source.Kind.STATEMENT
                ? syntheses.ofStatement(new StatementId(item.source().id()))
                : Optional.empty();
    }

    private Optional<Refused> mayObject(Optional<Item> item, String why) {
        return DealingRules.unless(item.isPresent(), "Cet énoncé n'est pas de cette synthèse.")
                .or(() -> DealingRules.unless(
                        item.filter(one -> one.disposition() != null).isPresent(),
                        "Rien n'en a encore été fait : il n'y a rien à contester."))
                .or(() -> DealingRules.unless(
                        !why.isEmpty() && why.length() <= LONGEST,
                        "Dites pourquoi, en %d caractères au plus.".formatted(LONGEST)))
                .or(() -> DealingRules.unless(
                        objections.openOn(List.of(item.orElseThrow().id())) == 0,
                        "Une objection attend déjà sa réponse."));
    }
}
