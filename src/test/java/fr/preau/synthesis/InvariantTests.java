package fr.preau.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.account.PersonId;
import fr.preau.consultation.ConsultationId;
import fr.preau.contribution.Contribution;
import fr.preau.contribution.Nature;
import fr.preau.synthesis.Disposition.Aside;
import fr.preau.synthesis.StatementRepository.Words;
import fr.preau.territory.Territory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/// Three levels at work, hundreds of acts drawn at random, most of them sensible: whatever is done, in whatever order,
/// the books are right ([SynthesisBooks] says what that is).
@PreauTest
class InvariantTests {
    private static final int ACTS = 250;
    private static final int AUDIT_EVERY = 10;

    @Autowired
    private SynthesisFixtures fixtures;

    @Autowired
    private SynthesisBooks books;

    @Autowired
    private Dealing dealing;

    @Autowired
    private Splitting splitting;

    @Autowired
    private Drafting drafting;

    @Autowired
    private SynthesisCourse course;

    @Autowired
    private StatementRepository statements;

    @Autowired
    private SourceLinkRepository links;

    private final PersonId someone = new PersonId(UUID.randomUUID());
    private final List<Contribution> said = new ArrayList<>();
    private Random random = new Random(0);
    private int done;
    private int settled;

    @RepeatedTest(3)
    void holdWhateverIsDone() {
        var seed = System.nanoTime();
        System.out.println("seed " + seed);
        random = new Random(seed);
        var consultation = fixtures.consultation();
        var places = List.of(
                fixtures.departement("09"),
                fixtures.departement("31"),
                fixtures.departement("34"),
                fixtures.academieOf("09"),
                fixtures.academieOf("34"),
                Territory.NATION);
        for (var i = 0; i < 12; i++) {
            publish(consultation, places.get(random.nextInt(4)));
        }
        for (var i = 1; i <= ACTS; i++) {
            act(consultation, places);
            if (i % AUDIT_EVERY == 0) {
                books.audit(consultation);
            }
        }
        System.out.println("%d of %d acts done, %d syntheses validated".formatted(done, ACTS, settled));
        // From a fifth to two fifths are done, as chance has it; none would mean that nothing was tried.
        assertThat(done).isGreaterThan(ACTS / 10);
        assertThat(settled).isPositive();
    }

    private void act(ConsultationId consultation, List<Territory> places) {
        var synthesis = fixtures.synthesis(consultation, places.get(random.nextInt(places.size())));
        switch (random.nextInt(20)) {
            case 0 -> publish(consultation, places.get(random.nextInt(4)));
            case 1 -> {
                var index = random.nextInt(said.size());
                said.set(index, fixtures.correct(said.get(index), nature(), text()));
            }
            case 2 -> {
                if (random.nextInt(3) == 0) {
                    fixtures.mask(said.remove(random.nextInt(said.size())), "Donnée personnelle.");
                }
            }
            case 3, 4, 5 -> note(takeUp(synthesis));
            case 6 -> note(unlink(synthesis));
            case 7, 8 -> note(setAside(synthesis));
            case 9 -> note(onAny(synthesis, seen -> dealing.putBack(act(synthesis), seen)));
            case 10 -> note(onAny(synthesis, seen -> dealing.confirm(act(synthesis), seen)));
            case 11 -> note(split(synthesis));
            case 12 -> note(onAny(synthesis, seen -> splitting.join(act(synthesis), seen)));
            case 13 -> note(draft(synthesis));
            case 14 -> finish(synthesis);
            case 15 -> note(course.reopen(act(synthesis), fixtures.lock(synthesis)));
            case 16 ->
                note(onAny(synthesis, seen -> dealing.putBack(act(synthesis), new Seen(seen.item(), seen.lock() + 1))));
            default -> finish(synthesis);
        }
    }

    /// Deals with all there is, then goes as far as the rules let: refused unless everything is dealt with.
    private void finish(Synthesis synthesis) {
        course.reopen(act(synthesis), fixtures.lock(synthesis));
        var thorough = random.nextInt(3) > 0;
        fixtures.items(synthesis).forEach(item -> {
            if (item.isWithdrawn() && item.disposition() != null) {
                links.ofItems(List.of(item.id()))
                        .forEach(link -> dealing.unlink(act(synthesis), seen(item), link.statement()));
            } else if (item.disposition() != null
                    && item.disposition().itemVersion() != item.source().version()) {
                dealing.confirm(act(synthesis), Seen.of(item));
            }
        });
        if (thorough) {
            fixtures.undealt(synthesis).forEach(item -> note(takeUp(synthesis, item)));
        }
        for (var statement : statements.of(synthesis.id())) {
            if (links.of(statement).isEmpty()) {
                drafting.reword(
                        act(synthesis),
                        Drafting.Read.of(statement),
                        new Words(statement.kind(), statement.text()),
                        true);
            }
        }
        var outcome = fixtures.settle(synthesis, someone);
        var coverage = fixtures.coverage(synthesis);
        if (outcome instanceof SynthesisOutcome.Done) {
            settled++;
            assertThat(coverage.isComplete()).as("validated: %s", coverage).isTrue();
        } else if (!coverage.isComplete()) {
            assertThat(outcome).isInstanceOf(SynthesisOutcome.Refused.class);
        }
    }

    private Seen seen(Item item) {
        return fixtures
                .items(new Synthesis(
                        item.synthesis(),
                        new ConsultationId(UUID.randomUUID()),
                        Level.NATIONAL,
                        Territory.NATION,
                        "",
                        Synthesis.State.DRAFT,
                        null,
                        0))
                .stream()
                .filter(one -> one.id().equals(item.id()))
                .map(Seen::of)
                .findFirst()
                .orElseThrow();
    }

    private SynthesisOutcome takeUp(Synthesis synthesis) {
        return onAny(
                synthesis,
                seen -> takeUp(
                        synthesis,
                        fixtures.items(synthesis).stream()
                                .filter(item -> item.id().equals(seen.item()))
                                .findFirst()
                                .orElseThrow()));
    }

    private SynthesisOutcome takeUp(Synthesis synthesis, Item item) {
        var all = statements.of(synthesis.id());
        var kind = random.nextInt(4) == 0 ? pick(LinkKind.values()) : LinkKind.TAKES_UP;
        if (all.isEmpty() || random.nextInt(3) == 0) {
            var as = random.nextInt(5) == 0
                    ? pick(StatementKind.values())
                    : item.nature().kind();
            return dealing.takeUp(act(synthesis), List.of(Seen.of(item)), new Words(as, text()), kind);
        }
        var into = all.get(random.nextInt(all.size())).id();
        return dealing.takeUp(act(synthesis), List.of(Seen.of(item)), into, kind);
    }

    private SynthesisOutcome unlink(Synthesis synthesis) {
        var all = statements.of(synthesis.id());
        return all.isEmpty()
                ? new SynthesisOutcome.Stale()
                : onAny(
                        synthesis,
                        seen -> dealing.unlink(
                                act(synthesis),
                                seen,
                                all.get(random.nextInt(all.size())).id()));
    }

    private SynthesisOutcome setAside(Synthesis synthesis) {
        var reason = pick(Reason.values());
        var all = fixtures.items(synthesis);
        return onAny(
                synthesis,
                seen -> dealing.setAside(
                        act(synthesis),
                        List.of(seen),
                        new Aside(
                                reason,
                                "Voici pourquoi.",
                                reason == Reason.DUPLICATE
                                        ? all.get(random.nextInt(all.size())).id()
                                        : null,
                                reason == Reason.LOCAL ? "ACADEMIE-16" : null)));
    }

    private SynthesisOutcome split(Synthesis synthesis) {
        var all = fixtures.undealt(synthesis);
        if (all.isEmpty()) {
            return new SynthesisOutcome.Stale();
        }
        var item = all.get(random.nextInt(all.size()));
        var cut = item.text().indexOf(' ', item.text().length() / 2);
        return splitting.split(
                act(synthesis),
                Seen.of(item),
                Splitting.pieces(
                        item.text().substring(0, cut) + "\n\n" + item.text().substring(cut)));
    }

    private SynthesisOutcome draft(Synthesis synthesis) {
        var all = statements.of(synthesis.id());
        if (all.isEmpty() || random.nextInt(4) == 0) {
            return drafting.add(act(synthesis), new Words(pick(StatementKind.values()), text()));
        }
        var read = Drafting.Read.of(all.get(random.nextInt(all.size())));
        return switch (random.nextInt(3)) {
            case 0 -> drafting.move(act(synthesis), read, random.nextBoolean());
            case 1 -> drafting.remove(act(synthesis), read);
            default ->
                drafting.reword(
                        act(synthesis), read, new Words(pick(StatementKind.values()), text()), random.nextBoolean());
        };
    }

    private SynthesisOutcome onAny(Synthesis synthesis, java.util.function.Function<Seen, SynthesisOutcome> act) {
        var all = fixtures.items(synthesis);
        return all.isEmpty() ? new SynthesisOutcome.Stale() : act.apply(Seen.of(all.get(random.nextInt(all.size()))));
    }

    private void publish(ConsultationId consultation, Territory territory) {
        var contribution = fixtures.said(consultation, territory, nature(), text());
        said.add(contribution);
        fixtures.publish(contribution);
        fixtures.publish(contribution);
    }

    private void note(SynthesisOutcome outcome) {
        if (outcome instanceof SynthesisOutcome.Done) {
            done++;
        }
    }

    private Act act(Synthesis synthesis) {
        return SynthesisFixtures.act(synthesis, someone);
    }

    private Nature nature() {
        return pick(Nature.values());
    }

    private String text() {
        return "Prêter des ordinateurs aux élèves qui n'en ont pas, %d. Former aussi les familles."
                .formatted(random.nextInt(10_000));
    }

    private <E> E pick(E[] all) {
        return all[random.nextInt(all.length)];
    }
}
