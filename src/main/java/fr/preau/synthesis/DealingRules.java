package fr.preau.synthesis;

import fr.preau.synthesis.Disposition.Aside;
import fr.preau.synthesis.Disposition.Outcome;
import fr.preau.synthesis.SynthesisOutcome.Refused;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Why an item may not be dealt with in some way.
@Component
class DealingRules {
    private static final String DISSENT =
            "Un désaccord se reprend dans un énoncé de désaccord, tel quel ou reformulé, ou se met de côté avec une raison : il ne se fond pas dans le reste.";

    private final ItemRepository items;
    private final DispositionRepository dispositions;
    private final StatementRepository statements;
    private final ObjectionRepository objections;

    DealingRules(
            ItemRepository items,
            DispositionRepository dispositions,
            StatementRepository statements,
            ObjectionRepository objections) {
        this.items = items;
        this.dispositions = dispositions;
        this.statements = statements;
        this.objections = objections;
    }

    /// While it is written; then, until it is validated, only what the level below objects to.
    Optional<Refused> mayDeal(Synthesis synthesis, List<Item> all) {
        var open = synthesis.isDraft()
                || (synthesis.state() == Synthesis.State.CONTESTED
                        && objections.openOn(all.stream().map(Item::id).toList()) == all.size());
        return unless(
                open,
                "Cette synthèse est %s : rouvrez-la pour y toucher."
                        .formatted(synthesis.state().french()));
    }

    Optional<Refused> takeUp(Item item, LinkKind kind, StatementKind into) {
        return unless(!item.isWithdrawn(), "Elle a été retirée : elle ne peut plus être reprise.")
                .or(() -> unless(!item.is(Outcome.SPLIT), "Elle est découpée : reprenez ses morceaux."))
                .or(() -> unless(!item.is(Outcome.SET_ASIDE), "Elle est mise de côté : remettez-la d'abord à traiter."))
                .or(() -> unless(kind.mayCarry(item.nature(), into), DISSENT));
    }

    /// `all` are set aside together.
    Optional<Refused> setAside(Item item, Aside aside, List<Item> all) {
        return unless(!item.isWithdrawn(), "Elle a été retirée : il n'y a plus rien à en faire.")
                .or(() -> unless(!item.is(Outcome.SPLIT), "Elle est découpée : traitez ses morceaux."))
                .or(() -> unless(
                        !item.is(Outcome.TAKEN_UP), "Un énoncé s'appuie sur elle : retirez-la d'abord de cet énoncé."))
                .or(() -> aside.duplicateOf() == null ? Optional.empty() : duplicate(item, aside.duplicateOf(), all));
    }

    /// A chain of duplicates would end nowhere; and a disagreement is not the same as what it disagrees with (C6).
    private Optional<Refused> duplicate(Item item, ItemId of, List<Item> all) {
        var other = items.find(of).filter(one -> one.synthesis().equals(item.synthesis()) && !one.isWithdrawn());
        if (other.isEmpty()) {
            return Optional.of(new Refused("Indiquez la référence d'une contribution de cette synthèse."));
        }
        return unless(
                        all.stream().noneMatch(one -> one.id().equals(of)),
                        "Une contribution ne peut pas être le double d'elle-même.")
                .or(() -> unless(
                        item.isDisagreement() == other.get().isDisagreement(),
                        "Un désaccord n'est le double que d'un autre désaccord."))
                .or(() -> unless(
                        other.get().disposition() == null
                                || other.get().disposition().aside() == null
                                || other.get().disposition().aside().reason() != Reason.DUPLICATE,
                        "Celle-là est elle-même mise de côté comme double : indiquez l'originale."))
                .or(() -> unless(
                        !other.get().is(Outcome.SPLIT),
                        "Celle-là est découpée : indiquez le morceau qui dit la même chose."))
                .or(() -> unless(
                        !dispositions.isSaidAgain(List.of(item.id())),
                        "D'autres sont mises de côté comme doubles de celle-ci : elle doit rester l'originale."));
    }

    Optional<Refused> confirm(Item item, List<SourceLink> links) {
        return unless(item.disposition() != null, "Elle n'est pas encore traitée.")
                .or(() -> unless(
                        !item.isWithdrawn(), "Elle a été retirée : retirez-la des énoncés qui s'appuient sur elle."))
                .or(() -> unless(
                        !item.is(Outcome.SPLIT),
                        "Elle a été découpée dans son ancienne version : réunissez ses morceaux, puis traitez-la."))
                .or(() -> unless(
                        !item.reopened(), "Le niveau précédent l'a rouverte : attendez qu'il la valide de nouveau."))
                .or(() -> stillDoubles(item))
                .or(() -> unless(links.stream().allMatch(link -> carries(item, link)), DISSENT));
    }

    private Optional<Refused> stillDoubles(Item item) {
        var aside = item.disposition() == null ? null : item.disposition().aside();
        if (aside == null || aside.duplicateOf() == null) {
            return Optional.empty();
        }
        var other = items.find(aside.duplicateOf()).orElseThrow();
        return unless(
                !other.isWithdrawn() && other.isDisagreement() == item.isDisagreement(),
                "Ce dont elle était le double a changé : remettez-la à traiter.");
    }

    private boolean carries(Item item, SourceLink link) {
        return statements
                .find(link.statement())
                .filter(statement -> link.kind().mayCarry(item.nature(), statement.kind()))
                .isPresent();
    }

    static Optional<Refused> unless(boolean allowed, String sentence) {
        return allowed ? Optional.empty() : Optional.of(new Refused(sentence));
    }
}
