package fr.preau.synthesis;

import fr.preau.account.PersonId;
import fr.preau.synthesis.SynthesisLikeness.Suggested;
import fr.preau.synthesis.SynthesisOutcome.Done;
import fr.preau.synthesis.SynthesisOutcome.Refused;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What a comparison of words proposes, and what a person answers. Accepting groups two items under a label that
/// person writes; it links nothing and deals with nothing.
@Service
class Suggestions {
    private final SynthesisWrites writes;
    private final ItemRepository items;
    private final SynthesisLikeness likeness;
    private final SuggestionRepository repository;
    private final Grouper grouper;

    Suggestions(
            SynthesisWrites writes,
            ItemRepository items,
            SynthesisLikeness likeness,
            SuggestionRepository repository,
            Grouper grouper) {
        this.writes = writes;
        this.items = items;
        this.likeness = likeness;
        this.repository = repository;
        this.grouper = grouper;
    }

    /// None for who wants none.
    List<Suggested> to(Item item, PersonId person) {
        return item.isWithdrawn() || item.isPiece() || !repository.isAided(person)
                ? List.of()
                : likeness.to(item, repository.answered(item.id()));
    }

    /// Whether others may be proposed in a moment.
    boolean isComing() {
        return likeness.isFilling();
    }

    boolean isAided(PersonId person) {
        return repository.isAided(person);
    }

    @Transactional
    void aid(PersonId person, boolean aided) {
        repository.aid(person, aided);
    }

    /// What a person answers: `label` names the group, when the two are said to be the same idea; `method` is what
    /// proposed them.
    record Said(boolean accepted, String label, String method) {}

    @Transactional
    SynthesisOutcome answer(Act act, ItemId id, ItemId otherId, Said said) {
        return writes.write(act, Synthesis::isDraft, synthesis -> {
            var item = items.find(id).filter(one -> one.synthesis().equals(synthesis.id()));
            var other = items.find(otherId);
            if (item.isEmpty() || other.isEmpty() || id.equals(otherId)) {
                return new Refused("Ce rapprochement n'est plus là.");
            }
            var kind = likeness.kind(item.get(), other.get());
            if (said.accepted()) {
                var refused = mayAccept(synthesis, item.get(), other.get(), said.label());
                if (refused != null) {
                    return refused;
                }
                grouper.join(item.get(), other.get(), said.label(), act);
            }
            repository.answer(
                    id, otherId, new SuggestionRepository.Answer(kind, said.method(), said.accepted(), act.by()));
            return new Done(
                    said.accepted() ? "Regroupées sous « %s ».".formatted(said.label()) : "Rapprochement écarté.");
        });
    }

    private @org.jspecify.annotations.Nullable Refused mayAccept(
            Synthesis synthesis, Item item, Item other, String label) {
        if (!likeness.kind(item, other).mayBeAccepted() || item.isDisagreement() != other.isDisagreement()) {
            return new Refused("Elles sont peut-être opposées : lisez-les, et traitez chacune à part.");
        }
        if (!other.synthesis().equals(synthesis.id())) {
            return new Refused("Celle-là est d'une autre synthèse : elle ne peut pas être regroupée ici.");
        }
        return label.isEmpty() || label.length() > Grouper.LONGEST
                ? new Refused("Nommez ce regroupement, en %d caractères au plus.".formatted(Grouper.LONGEST))
                : null;
    }
}
