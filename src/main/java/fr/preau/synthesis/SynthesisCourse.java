package fr.preau.synthesis;

import fr.preau.account.PersonId;
import fr.preau.synthesis.Item.Source;
import fr.preau.synthesis.ItemRepository.Arriving;
import fr.preau.synthesis.Synthesis.State;
import fr.preau.synthesis.SynthesisOutcome.Done;
import fr.preau.synthesis.SynthesisOutcome.Refused;
import fr.preau.territory.Departement;
import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import fr.preau.web.French;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A synthesis from its first draft to the level above, and back when it is taken up again.
@Service
class SynthesisCourse {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final int LONGEST_CONTEST = 60;

    private final SynthesisWrites writes;
    private final SynthesisRepository syntheses;
    private final ItemRepository items;
    private final StatementRepository statements;
    private final InboxRepository inbox;
    private final ObjectionRepository objections;
    private final SynthesisHeralds heralds;
    private final Territories territories;
    private final Clock clock;

    SynthesisCourse(
            SynthesisWrites writes,
            SynthesisRepository syntheses,
            ItemRepository items,
            StatementRepository statements,
            InboxRepository inbox,
            ObjectionRepository objections,
            SynthesisHeralds heralds,
            Territories territories,
            Clock clock) {
        this.writes = writes;
        this.syntheses = syntheses;
        this.items = items;
        this.statements = statements;
        this.inbox = inbox;
        this.objections = objections;
        this.heralds = heralds;
        this.territories = territories;
        this.clock = clock;
    }

    /// Everything is dealt with, nothing is said without saying whence (invariants C2 and C4).
    @Transactional
    SynthesisOutcome submit(Act act, int lock) {
        return step(
                act,
                lock,
                Set.of(State.DRAFT),
                synthesis -> incomplete(synthesis)
                        .orElseGet(() -> moved(synthesis, State.SUBMITTED, null, "La synthèse est soumise.")));
    }

    /// The level below reads it and may object, for this many days, today included; a département's, with nobody below
    /// but those whom everyone may hear, may do without.
    @Transactional
    SynthesisOutcome contest(Act act, int lock, int days) {
        return step(act, lock, Set.of(State.SUBMITTED), synthesis -> {
            var least = synthesis.level() == Level.DEPARTEMENT ? 0 : 1;
            if (days < least || days > LONGEST_CONTEST) {
                return new Refused("Le temps des objections dure de %d à %d jours.".formatted(least, LONGEST_CONTEST));
            }
            var until = days == 0 ? Synthesis.NO_OBJECTIONS : today().plusDays(days - 1L);
            if (days > 0) {
                heralds.contestable(synthesis, until, act.by());
            }
            return moved(
                    synthesis,
                    State.CONTESTED,
                    until,
                    days == 0
                            ? "Sans temps d'objection : la synthèse peut être validée."
                            : "Les objections sont ouvertes jusqu'au %s.".formatted(French.day(until)));
        });
    }

    /// What it says is settled, and goes to the level above.
    @Transactional
    SynthesisOutcome validate(Act act, int lock) {
        return step(act, lock, Set.of(State.CONTESTED), synthesis -> {
            var until = synthesis.contestUntil();
            if (until != null && !until.isBefore(today())) {
                return new Refused("Les objections restent ouvertes jusqu'au %s.".formatted(French.day(until)));
            }
            if (objections.anyOpen(synthesis.id())) {
                return new Refused("Une objection attend encore sa réponse.");
            }
            return incomplete(synthesis).orElseGet(() -> settled(synthesis, act.by()));
        });
    }

    /// Back to its authors: before it is validated, nothing else changes; after, the level above is told that what it
    /// leans on may change (invariant C7).
    @Transactional
    SynthesisOutcome reopen(Act act, int lock) {
        var all = Set.of(State.SUBMITTED, State.CONTESTED, State.VALIDATED, State.PUBLISHED);
        return step(act, lock, all, synthesis -> {
            if (synthesis.isSettled()) {
                items.markReopened(synthesis.id(), true);
                above(synthesis).ifPresent(upper -> heralds.reopened(synthesis, upper, act.by()));
            }
            return moved(synthesis, State.DRAFT, null, "La synthèse est rouverte.");
        });
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PARIS);
    }

    private SynthesisOutcome settled(Synthesis synthesis, PersonId by) {
        statements.freeze(synthesis.id());
        var above = above(synthesis);
        above.ifPresent(upper -> deliver(synthesis, upper.id()));
        heralds.validated(synthesis, above, by);
        return moved(synthesis, State.VALIDATED, null, "La synthèse est validée.");
    }

    private Optional<Synthesis> above(Synthesis synthesis) {
        return territoryAbove(synthesis)
                .map(territory -> syntheses.ofOrNew(synthesis.consultation(), territory, synthesis.theme()))
                .flatMap(syntheses::find);
    }

    private Optional<Territory> territoryAbove(Synthesis synthesis) {
        return switch (synthesis.level()) {
            case DEPARTEMENT ->
                territories.departement(synthesis.territory().code()).map(Departement::academie);
            case ACADEMIE -> Optional.of(Territory.NATION);
            case NATIONAL -> Optional.empty();
        };
    }

    /// What is new arrives, what changed has another version, what was taken back is withdrawn.
    private void deliver(Synthesis synthesis, SynthesisId upper) {
        items.markReopened(synthesis.id(), false);
        var standing = statements.of(synthesis.id());
        for (var statement : standing) {
            var arriving = arriving(upper, synthesis, statement, today());
            items.from(Source.Kind.STATEMENT, statement.id().value()).stream()
                    .findFirst()
                    .ifPresentOrElse(
                            item -> {
                                if (item.source().version() != statement.version()) {
                                    items.renew(item, arriving);
                                }
                            },
                            () -> items.add(arriving));
        }
        var kept = standing.stream().map(one -> one.id().value()).collect(Collectors.toSet());
        items.ofSynthesis(synthesis.id()).stream()
                .filter(item ->
                        !item.isWithdrawn() && !kept.contains(item.source().id()))
                .forEach(item -> items.withdraw(item, "Le niveau précédent ne la dit plus.", false));
    }

    private static Arriving arriving(SynthesisId upper, Synthesis below, Statement statement, LocalDate today) {
        return new Arriving(
                upper,
                new Source(Source.Kind.STATEMENT, statement.id().value(), statement.version()),
                reference(statement),
                ItemNature.of(statement.kind()),
                statement.text(),
                new Item.Origin(below.territory().key(), null, null, today));
    }

    /// What people quote: « E-3f9a2c41 », long enough for thousands of statements to share none.
    static String reference(Statement statement) {
        return "E-" + statement.id().value().toString().substring(0, 8);
    }

    private Optional<SynthesisOutcome> incomplete(Synthesis synthesis) {
        var coverage = inbox.coverage(synthesis.id());
        if (!coverage.isComplete()) {
            return Optional.of(new Refused("Tout n'est pas traité : %s.".formatted(coverage.words())));
        }
        var unsourced = statements.unsourced(synthesis.id());
        return unsourced == 0
                ? Optional.empty()
                : Optional.of(
                        new Refused(
                                "Un énoncé ne s'appuie sur rien : reliez-le à ses sources, ou marquez-le « ajout de ce niveau »."));
    }

    private Done moved(Synthesis synthesis, State state, @Nullable LocalDate until, String sentence) {
        syntheses.move(synthesis, state, until);
        return new Done(sentence);
    }

    private SynthesisOutcome step(
            Act act, int lock, Set<State> from, java.util.function.Function<Synthesis, SynthesisOutcome> step) {
        return writes.write(
                act,
                synthesis -> from.contains(synthesis.state()),
                synthesis -> synthesis.lock() == lock ? step.apply(synthesis) : new SynthesisOutcome.Stale());
    }
}
