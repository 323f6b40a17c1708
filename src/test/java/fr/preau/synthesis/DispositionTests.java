package fr.preau.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.account.PersonId;
import fr.preau.contribution.Nature;
import fr.preau.retention.Retention;
import fr.preau.synthesis.Disposition.Aside;
import fr.preau.synthesis.Disposition.Outcome;
import fr.preau.synthesis.StatementRepository.Words;
import fr.preau.synthesis.SynthesisOutcome.Done;
import fr.preau.synthesis.SynthesisOutcome.Refused;
import fr.preau.synthesis.SynthesisOutcome.Stale;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Every single thing received is dealt with once, and the dissenting ones as such.
@PreauTest
class DispositionTests {
    private static final Words PROPOSAL = new Words(StatementKind.PROPOSAL, "Prêter un ordinateur à qui n'en a pas.");
    private static final Aside SCOPE = new Aside(Reason.OUT_OF_SCOPE, "Relève de la cantine.", null, null);

    @Autowired
    private SynthesisFixtures fixtures;

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
    private SynthesisRepository syntheses;

    @Autowired
    private Map<String, Retention> retentions;

    private final PersonId someone = new PersonId(UUID.randomUUID());

    @Test
    void remembersWhichFormsWereSentForAMonthOnly() {
        var synthesis = received(Nature.PROPOSAL);
        var now = Instant.now();
        var old = act(synthesis);
        var young = act(synthesis);
        syntheses.begin(old, now.minus(Duration.ofDays(31)));
        syntheses.begin(young, now.minus(Duration.ofDays(29)));
        var retention = Objects.requireNonNull(retentions.get("synthesisForms"));

        assertThat(retention.due(now)).isEqualTo(1);
        assertThat(retention.forget(now, 100)).isEqualTo(1);

        assertThat(syntheses.begin(young, now)).as("still known").isFalse();
        assertThat(syntheses.begin(old, now)).as("still known").isTrue();
    }

    @Test
    void holdsOneDispositionWhenSeveralDecideAtOnce() throws Exception {
        var synthesis = received(Nature.PROPOSAL);
        var seen = List.of(Seen.of(fixtures.undealt(synthesis).getFirst()));
        Callable<SynthesisOutcome> aside = () -> dealing.setAside(act(synthesis), seen, SCOPE);
        Callable<SynthesisOutcome> up = () -> dealing.takeUp(act(synthesis), seen, PROPOSAL, LinkKind.TAKES_UP);

        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = people.invokeAll(List.of(aside, up, aside, up, aside, up)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).filteredOn(Done.class::isInstance).hasSize(1);
            assertThat(answers).filteredOn(Stale.class::isInstance).hasSize(5);
        }
        assertThat(fixtures.coverage(synthesis)).isEqualTo(new Coverage(1, 1, 0, 0));
    }

    @Test
    void writesOnceWhatIsSentTwice() {
        var synthesis = received(Nature.PROPOSAL);
        var seen = List.of(Seen.of(fixtures.undealt(synthesis).getFirst()));
        var act = act(synthesis);

        dealing.takeUp(act, seen, PROPOSAL, LinkKind.TAKES_UP);
        assertThat(dealing.takeUp(act, seen, PROPOSAL, LinkKind.TAKES_UP)).isInstanceOf(Done.class);

        assertThat(statements.of(synthesis.id())).hasSize(1);
    }

    @Test
    void carriesDisagreementUpAsDisagreementOnly() {
        var synthesis = received(Nature.DISAGREEMENT, Nature.PROPOSAL);
        var dissent = fixtures.undealt(synthesis).getFirst();
        var proposal = fixtures.undealt(synthesis).getLast();
        var divided = new Words(StatementKind.DISAGREEMENT, "Les avis divergent sur le prêt.");

        assertThat(dealing.takeUp(act(synthesis), List.of(Seen.of(dissent)), PROPOSAL, LinkKind.TAKES_UP))
                .isInstanceOf(Refused.class);
        assertThat(dealing.takeUp(
                        act(synthesis), List.of(Seen.of(dissent), Seen.of(proposal)), divided, LinkKind.MERGES))
                .isInstanceOf(Refused.class);
        assertThat(dealing.setAside(
                        act(synthesis),
                        List.of(Seen.of(dissent)),
                        new Aside(Reason.DUPLICATE, "Dit déjà.", proposal.id(), null)))
                .isInstanceOf(Refused.class);
        assertThat(fixtures.undealt(synthesis)).hasSize(2);

        assertThat(dealing.takeUp(act(synthesis), List.of(Seen.of(dissent)), divided, LinkKind.REWORDS))
                .isInstanceOf(Done.class);
        var statement = statements.of(synthesis.id()).getFirst();
        assertThat(drafting.reword(act(synthesis), Drafting.Read.of(statement), PROPOSAL, false))
                .isInstanceOf(Refused.class);
    }

    @Test
    void validatesNothingWhileOneItemWaits() {
        var synthesis = received(Nature.PROPOSAL, Nature.NEED);
        var first = fixtures.undealt(synthesis).getFirst();
        dealing.setAside(act(synthesis), List.of(Seen.of(first)), SCOPE);

        assertThat(course.submit(act(synthesis), fixtures.lock(synthesis)).sentence())
                .contains("2 reçues, 1 traitée, 1 à traiter");

        dealing.setAside(
                act(synthesis), List.of(Seen.of(fixtures.undealt(synthesis).getFirst())), SCOPE);
        assertThat(fixtures.settle(synthesis, someone)).isInstanceOf(Done.class);
    }

    @Test
    void losesNoWordOfWhatIsCut() {
        var synthesis = received(Nature.NEED);
        var item = fixtures.undealt(synthesis).getFirst();
        var words = item.text().split(" ", 3);

        assertThat(splitting.split(act(synthesis), Seen.of(item), List.of(words[0], words[2])))
                .isInstanceOf(Refused.class);
        assertThat(splitting.split(act(synthesis), Seen.of(item), List.of(words[0], words[1] + " " + words[2])))
                .isInstanceOf(Done.class);

        assertThat(fixtures.undealt(synthesis))
                .extracting(Item::text)
                .containsExactly(words[0], words[1] + " " + words[2]);
        assertThat(fixtures.coverage(synthesis)).isEqualTo(new Coverage(1, 0, 0, 0));
        fixtures.undealt(synthesis).forEach(piece -> dealing.setAside(act(synthesis), List.of(Seen.of(piece)), SCOPE));
        assertThat(fixtures.coverage(synthesis)).isEqualTo(new Coverage(1, 1, 0, 0));
    }

    @Test
    void asksAgainWhenWhatWasDealtWithIsCorrectedOrMasked() {
        var synthesis = fixtures.synthesis(fixtures.consultation(), fixtures.departement("09"));
        var said = fixtures.said(synthesis.consultation(), synthesis.territory(), Nature.NEED, "Un besoin clair.");
        fixtures.publish(said);
        var item = fixtures.undealt(synthesis).getFirst();
        dealing.takeUp(act(synthesis), List.of(Seen.of(item)), PROPOSAL, LinkKind.REWORDS);

        var corrected = fixtures.correct(said, Nature.NEED, "Un besoin mieux dit.");
        assertThat(fixtures.coverage(synthesis)).isEqualTo(new Coverage(1, 1, 1, 0));
        assertThat(fixtures.settle(synthesis, someone)).isInstanceOf(Refused.class);
        var now = fixtures.items(synthesis).getFirst();
        assertThat(dealing.confirm(act(synthesis), Seen.of(now))).isInstanceOf(Done.class);
        assertThat(fixtures.coverage(synthesis)).isEqualTo(new Coverage(1, 1, 0, 0));

        fixtures.mask(corrected, "Une personne y est nommée.");
        var tombstone = fixtures.items(synthesis).getFirst();
        assertThat(tombstone.text()).isEmpty();
        assertThat(tombstone.withdrawn()).isEqualTo("Une personne y est nommée.");
        assertThat(tombstone.is(Outcome.TAKEN_UP)).isTrue();
        assertThat(fixtures.coverage(synthesis)).isEqualTo(new Coverage(0, 0, 1, 1));
    }

    private Synthesis received(Nature... natures) {
        var synthesis = fixtures.synthesis(fixtures.consultation(), fixtures.departement("09"));
        for (var nature : natures) {
            fixtures.publish(fixtures.said(
                    synthesis.consultation(), synthesis.territory(), nature, "Prêter des ordinateurs aux élèves."));
        }
        return synthesis;
    }

    private Act act(Synthesis synthesis) {
        return SynthesisFixtures.act(synthesis, someone);
    }
}
