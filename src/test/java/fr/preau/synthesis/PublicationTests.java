package fr.preau.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.account.PersonId;
import fr.preau.consultation.Consultation;
import fr.preau.consultation.Consultations;
import fr.preau.consultation.WorkshopId;
import fr.preau.contribution.Contribution;
import fr.preau.contribution.Nature;
import fr.preau.synthesis.StatementRepository.Words;
import fr.preau.synthesis.SynthesisOutcome.Done;
import fr.preau.synthesis.SynthesisOutcome.Refused;
import fr.preau.territory.Territory;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Three levels published at once: both ways along every path, the same rows in every file, nobody in them.
@PreauTest
class PublicationTests {
    @Autowired
    private SynthesisFixtures fixtures;

    @Autowired
    private Consultations consultations;

    @Autowired
    private Dealing dealing;

    @Autowired
    private SynthesisCourse course;

    @Autowired
    private Objecting objecting;

    @Autowired
    private FollowUps followUps;

    @Autowired
    private StatementRepository statements;

    @Autowired
    private Publications publications;

    @Autowired
    private PublicationRepository repository;

    @Autowired
    private PublishedRows rows;

    @Autowired
    private SynthesisBecoming becoming;

    private final PersonId someone = new PersonId(UUID.randomUUID());

    /// Two workshops of the Ariège, one of the Haute-Garonne whose statement also quotes the first's words.
    private record Told(
            Consultation consultation,
            List<Contribution> said,
            Synthesis ariege,
            Synthesis haute,
            Synthesis academie,
            Synthesis nation) {}

    @Test
    void leadsFromContributionsToDecisionsAndBack() {
        var told = told();
        var outcome = publish(told);
        assertThat(outcome).isInstanceOf(Done.class);
        var national = statements.of(told.nation().id()).getFirst();
        followUps.decide(
                act(told.nation()), national.id(), FollowUp.Outcome.PARTLY, "Dès la rentrée, dans dix départements.");

        for (var contribution : told.said()) {
            assertThat(becoming.of(contribution))
                    .extracting(step -> step.words().substring(0, step.words().indexOf(" : ")))
                    .contains(told.academie().territory().label(), "France", "Décision");
        }
        var publication = publications.of(told.consultation().id()).getFirst();
        assertThat(rows.statement(publication.id(), national.id().value())
                        .orElseThrow()
                        .leaves())
                .isEqualTo(new Leaves(3, 3, 2));
    }

    @Test
    void servesSameSnapshotEverywhereWhateverHappensNext() throws IOException {
        var told = told();
        publish(told);
        var publication = publications.of(told.consultation().id()).getFirst();
        var before = csv(publication, "enonces.csv");

        course.reopen(act(told.ariege()), fixtures.lock(told.ariege()));
        fixtures.correct(told.said().getFirst(), Nature.NEED, "Tout autre chose.");

        assertThat(csv(publication, "enonces.csv")).hasSameSizeAs(before);
        var shown = rows.statements(publication.id(), "", "", 0, 100);
        assertThat(csv(publication, "enonces.csv").stream().map(row -> row.get("texte")))
                .containsExactlyElementsOf(
                        shown.stream().map(PublishedRows.OfStatement::text).toList());
        assertThat(csv(publication, "liens.csv")).hasSameSizeAs(rows.links(publication.id()));
        assertThat(csv(publication, "dispositions.csv")).hasSameSizeAs(rows.items(publication.id()));
        assertThat(csv(publication, "contributions.csv").stream().map(row -> row.get("texte")))
                .contains(told.said().getFirst().text());
        for (var file : repository.files(publication.id())) {
            var bytes =
                    repository.file(publication.id(), file.name()).orElseThrow().bytes();
            assertThat(PublishedFile.sha256(bytes)).isEqualTo(file.digest());
            assertThat(new String(bytes, StandardCharsets.UTF_8))
                    .doesNotContain(someone.value().toString())
                    .doesNotContainPattern("\\d\\d:\\d\\d:\\d\\d");
        }
        assertThat(repository
                        .file(publication.id(), "datapackage.json")
                        .orElseThrow()
                        .digest())
                .isEqualTo(publication.digest());
    }

    @Test
    void listsWhatIsStaleWhenLevelBelowIsTakenUpAgain() {
        var told = told();

        course.reopen(act(told.ariege()), fixtures.lock(told.ariege()));
        assertThat(fixtures.coverage(told.academie()).toReview()).isEqualTo(1);
        assertThat(publish(told)).isInstanceOf(Refused.class);

        fixtures.settle(told.ariege(), someone);
        assertThat(fixtures.coverage(told.academie()).toReview()).isZero();
        assertThat(publish(told)).isInstanceOf(Done.class);
    }

    @Test
    void hearsLevelBelowBeforeValidating() {
        var told = told();
        var item = fixtures.items(told.academie()).getFirst();
        course.reopen(act(told.academie()), fixtures.lock(told.academie()));
        course.submit(act(told.academie()), fixtures.lock(told.academie()));
        course.contest(act(told.academie()), fixtures.lock(told.academie()), 5);

        var objection = act(told.academie());
        assertThat(objecting.object(objection, item.id(), "Ce n'est pas ce que nous disions."))
                .isInstanceOf(Done.class);
        fixtures.passContest(told.academie());
        assertThat(course.validate(act(told.academie()), fixtures.lock(told.academie())))
                .isInstanceOf(Refused.class);
        assertThat(objecting.answer(
                        act(told.academie()), objection.form(), Objection.Outcome.CORRECTED, "C'est corrigé."))
                .isInstanceOf(Refused.class);
        assertThat(objecting.answer(act(told.academie()), objection.form(), Objection.Outcome.UPHELD, "Le sens y est."))
                .isInstanceOf(Done.class);
        assertThat(course.validate(act(told.academie()), fixtures.lock(told.academie())))
                .isInstanceOf(Done.class);
    }

    @Test
    void countsEachLeafOnceWhateverThePaths() {
        var seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var told = told();
        course.reopen(act(told.nation()), fixtures.lock(told.nation()));
        var item = fixtures.items(told.nation()).getFirst();
        for (var i = 0; i < 3; i++) {
            var all = statements.of(told.nation().id());
            var now = fixtures.items(told.nation()).stream()
                    .filter(one -> one.id().equals(item.id()))
                    .map(Seen::of)
                    .toList();
            dealing.takeUp(
                    act(told.nation()), now, all.get(random.nextInt(all.size())).id(), LinkKind.MERGES);
        }
        fixtures.settle(told.nation(), someone);
        publish(told);
        var publication = publications.of(told.consultation().id()).getFirst();
        assertThat(rows.statements(publication.id(), "", Territory.NATION.key(), 0, 10))
                .allMatch(statement -> statement.leaves().contributions() <= 3);
    }

    private Told told() {
        var id = fixtures.consultation();
        var ariege = fixtures.synthesis(id, fixtures.departement("09"));
        var haute = fixtures.synthesis(id, fixtures.departement("31"));
        var said = List.of(
                fixtures.said(id, ariege.territory(), Nature.NEED, "Un ordinateur pour chaque élève.", workshop()),
                fixtures.said(id, ariege.territory(), Nature.PROPOSAL, "Prêter un ordinateur au collège.", workshop()),
                fixtures.said(id, haute.territory(), Nature.PROPOSAL, "Prêter des tablettes.", workshop()));
        fixtures.publish(said.toArray(Contribution[]::new));
        carry(ariege, "Prêter un ordinateur à qui n'en a pas.");
        carry(haute, "Prêter des tablettes.");
        var academie = fixtures.synthesis(id, fixtures.academieOf("09"));
        carry(academie, "Organiser un prêt de matériel.");
        var nation = fixtures.synthesis(id, Territory.NATION);
        carry(nation, "Un prêt de matériel partout.");
        return new Told(consultations.find(id).orElseThrow(), said, ariege, haute, academie, nation);
    }

    /// All that waits, in one statement; then through the whole course.
    private void carry(Synthesis synthesis, String text) {
        dealing.takeUp(
                act(synthesis),
                fixtures.undealt(synthesis).stream().map(Seen::of).toList(),
                new Words(StatementKind.PROPOSAL, text),
                LinkKind.MERGES);
        assertThat(fixtures.settle(synthesis, someone)).isInstanceOf(Done.class);
    }

    private SynthesisOutcome publish(Told told) {
        return publications.publish(told.consultation(), UUID.randomUUID(), someone);
    }

    private List<CSVRecord> csv(Publication publication, String name) throws IOException {
        var bytes = repository.file(publication.id(), name).orElseThrow().bytes();
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(new String(bytes, StandardCharsets.UTF_8)))
                .getRecords();
    }

    private static WorkshopId workshop() {
        return new WorkshopId(UUID.randomUUID());
    }

    private Act act(Synthesis synthesis) {
        return SynthesisFixtures.act(synthesis, someone);
    }
}
