package fr.preau.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.account.PersonId;
import fr.preau.consultation.ConsultationId;
import fr.preau.consultation.Consultations;
import fr.preau.contribution.Becoming;
import fr.preau.contribution.Contribution;
import fr.preau.contribution.ContributionVersionErased;
import fr.preau.contribution.Nature;
import fr.preau.synthesis.StatementRepository.Words;
import fr.preau.synthesis.SynthesisOutcome.Done;
import fr.preau.territory.Territory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// A text that must go leaves a publication alone: the rest is served as before, and says what changed.
@PreauTest
@RecordApplicationEvents
class RevisionTests {
    private static final String NAMED = "Le principal du collège de Foix, M. Vidal, refuse de prêter les ordinateurs.";

    @Autowired
    private SynthesisFixtures fixtures;

    @Autowired
    private Consultations consultations;

    @Autowired
    private Dealing dealing;

    @Autowired
    private Publications publications;

    @Autowired
    private PublicationRepository repository;

    @Autowired
    private Revisions revisions;

    @Autowired
    private RevisionRepository revisionRepository;

    @Autowired
    private PublishedRows rows;

    @Autowired
    private StatementRepository statements;

    @Autowired
    private SynthesisBecoming becoming;

    @Autowired
    private ApplicationEventPublisher news;

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private JdbcClient database;

    @Autowired
    private MockMvcTester mvc;

    private final PersonId someone = new PersonId(UUID.randomUUID());

    /// Two contributions of the Ariège and one of the Haute-Garonne, carried to the nation and published.
    private record Told(ConsultationId consultation, Contribution named, Contribution other, Contribution elsewhere) {}

    @Test
    void leavesOneTextAloneAndKeepsAllTheRest() throws IOException {
        var told = told();
        var before = publication(told);
        var stepsBefore = becoming.of(told.other());

        fixtures.mask(told.named(), "Elle nomme une personne.");

        var now = publication(told);
        assertThat(now.number()).isEqualTo(before.number());
        assertThat(now.revision()).isEqualTo(2);
        assertThat(now.withdrawn()).isNull();
        assertThat(now.digest()).isNotEqualTo(before.digest());
        assertThat(everythingServed(now)).noneMatch(text -> text.contains("Vidal"));
        assertThat(everythingServed(now))
                .anyMatch(text -> text.contains(told.other().text()));
        assertThat(becoming.of(told.other()))
                .extracting(Becoming.Step::href)
                .containsExactlyElementsOf(
                        stepsBefore.stream().map(Becoming.Step::href).toList());
        var nation =
                rows.statements(now.id(), "", Territory.NATION.key(), 0, 10).getFirst();
        assertThat(nation.leaves()).isEqualTo(new Leaves(2, 2, 2));
        assertThat(rows.syntheses(now.id()).stream()
                        .filter(one -> one.level() == Level.DEPARTEMENT)
                        .mapToInt(PublishedRows.OfSynthesis::received)
                        .sum())
                .isEqualTo(2);
        assertThat(page(now.path()).text())
                .contains(
                        "Révision 2", "Sans " + told.named().reference(), "Elle nomme une personne.", before.digest());
    }

    @Test
    void servesFormerFilesNoMoreAndLeadsToThePresentOnes() {
        var told = told();
        var before = publication(told);
        var links = page(before.path()).select("a[href*=/fichiers/]").eachAttr("href");
        assertThat(links).hasSizeGreaterThan(10);

        fixtures.mask(told.named(), "Elle nomme une personne.");

        for (var link : links) {
            var answer = mvc.get().uri(link).exchange();
            assertThat(answer).as(link).hasStatus(410);
            var gone = Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
            assertThat(gone.select("main a[href=" + before.path() + "]")).hasSize(1);
        }
        var present = page(before.path()).select("a[href*=/fichiers/]").eachAttr("href");
        assertThat(present).hasSameSizeAs(links).doesNotContainAnyElementsOf(links);
        present.forEach(
                link -> assertThat(mvc.get().uri(link).exchange()).as(link).hasStatusOk());
        assertThat(mvc.get()
                        .uri(before.path() + "/revisions/3/fichiers/enonces.csv")
                        .exchange())
                .hasStatus(404);
    }

    @Test
    void takesAwayWhatRepeatsItWordForWordAtEveryLevel() {
        var told = told();

        fixtures.mask(told.named(), "Elle nomme une personne.");

        for (var column : List.of(
                "statement_version.text",
                "item.text",
                "item_version.text",
                "published_statement.text",
                "published_item.text")) {
            var parts = column.split("\\.", 2);
            assertThat(database.sql("select count(*) from synthesis.%s where %s like '%%M. Vidal%%'"
                                    .formatted(parts[0], parts[1]))
                            .query(Long.class)
                            .single())
                    .as(column)
                    .isZero();
        }
        assertThat(rows.statements(publication(told).id(), "", Territory.NATION.key(), 0, 10)
                        .getFirst()
                        .text())
                .contains("Prêter", Quotations.GONE);
    }

    @Test
    void tellsWhoPublished() {
        var told = told();

        fixtures.mask(told.named(), "Elle nomme une personne.");

        assertThat(events.stream(PublicationRevised.class)
                        .filter(one -> one.reference().equals(told.named().reference())))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.publisher()).isEqualTo(someone);
                    assertThat(one.revision()).isEqualTo(2);
                });
    }

    @Test
    void leavesOneVersionAloneWhenItWasPublished() throws IOException {
        var told = told();
        var corrected = fixtures.correct(told.named(), Nature.NEED, "Le collège refuse de prêter les ordinateurs.");

        news.publishEvent(new ContributionVersionErased(corrected, 1, "Elle nommait quelqu'un."));

        var now = publication(told);
        assertThat(now.revision()).isEqualTo(2);
        assertThat(everythingServed(now)).noneMatch(text -> text.contains("Vidal"));
        assertThat(fixtures.items(fixtures.synthesis(told.consultation(), fixtures.departement("09"))))
                .anyMatch(item -> item.text().equals(corrected.text()));
    }

    @Test
    void makesTheFilesOfALargeOneAfterwardsWhoeverDiedMeanwhile() {
        var told = told();
        fixtures.mask(told.named(), "Elle nomme une personne.");
        var publication = publication(told);
        // As the request that masks leaves it, when there is too much to write then and there.
        database.sql("delete from synthesis.published_file where publication_id = ?")
                .param(publication.id())
                .update();
        database.sql("update synthesis.revision set digest = null where publication_id = ? and revision = 2")
                .param(publication.id())
                .update();
        var file = publication.path() + "/fichiers/enonces.csv";

        assertThat(mvc.get().uri(file).exchange()).hasStatus(503);
        assertThat(page(publication.path()).text()).contains("les fichiers sont refaits sans lui");
        fixtures.mask(told.other(), "Envoyée deux fois.");
        assertThat(publication(told).revision()).isEqualTo(2);
        assertThat(mvc.get().uri(file).exchange()).hasStatusOk();

        database.sql("delete from synthesis.published_file where publication_id = ?")
                .param(publication.id())
                .update();
        database.sql("update synthesis.revision set digest = null where publication_id = ? and revision = 2")
                .param(publication.id())
                .update();
        revisions.toFile().forEach(revisions::fileLater);
        assertThat(mvc.get().uri(file).exchange()).hasStatusOk();
        assertThat(revisionRepository.of(publication.id()).getFirst().removals())
                .hasSize(2);
    }

    @Test
    void neverPublishesWhatIsMaskedAtTheSameMoment() throws Exception {
        var seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (var turn = 0; turn < 5; turn++) {
            var told = told();
            var masking = CompletableFuture.runAsync(() -> {
                pause(random.nextInt(60));
                fixtures.mask(told.named(), "Elle nomme une personne.");
            });
            publish(told.consultation());
            masking.get();
            for (var publication : publications.of(told.consultation())) {
                assertThat(everythingServed(publication)).noneMatch(text -> text.contains("Vidal"));
            }
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Told told() {
        var id = fixtures.consultation();
        var ariege = fixtures.departement("09");
        var named = fixtures.said(id, ariege, Nature.NEED, NAMED);
        var other = fixtures.said(id, ariege, Nature.PROPOSAL, "Prêter un ordinateur au collège.");
        var elsewhere = fixtures.said(id, fixtures.departement("31"), Nature.PROPOSAL, "Prêter des tablettes.");
        fixtures.publish(named, other, elsewhere);
        carry(fixtures.synthesis(id, ariege), "Prêter. " + NAMED);
        carry(fixtures.synthesis(id, fixtures.departement("31")), "Prêter des tablettes.");
        carry(fixtures.synthesis(id, fixtures.academieOf("09")), "Prêter. " + NAMED + " Et des tablettes.");
        carry(fixtures.synthesis(id, Territory.NATION), "Prêter. " + NAMED + " Partout.");
        publish(id);
        return new Told(id, named, other, elsewhere);
    }

    private void carry(Synthesis synthesis, String text) {
        dealing.takeUp(
                SynthesisFixtures.act(synthesis, someone),
                fixtures.undealt(synthesis).stream().map(Seen::of).toList(),
                new Words(StatementKind.PROPOSAL, text),
                LinkKind.MERGES);
        assertThat(fixtures.settle(synthesis, someone)).isInstanceOf(Done.class);
        assertThat(statements.of(synthesis.id())).hasSize(1);
    }

    private void publish(ConsultationId id) {
        assertThat(publications.publish(consultations.find(id).orElseThrow(), UUID.randomUUID(), someone))
                .isInstanceOf(Done.class);
    }

    private Publication publication(Told told) {
        return publications.of(told.consultation()).getFirst();
    }

    /// Every page and every file of a publication, the archive's included.
    private List<String> everythingServed(Publication publication) throws IOException {
        var served = new ArrayList<String>();
        for (var file : repository.files(publication.id())) {
            var bytes =
                    repository.file(publication.id(), file.name()).orElseThrow().bytes();
            assertThat(PublishedFile.sha256(bytes)).isEqualTo(file.digest());
            served.addAll(file.name().endsWith(".zip") ? unzipped(bytes) : List.of(text(bytes)));
        }
        served.add(page(publication.path()).text());
        for (var statement : rows.statements(publication.id(), "", "", 0, 100)) {
            var at = publication.path() + "/enonces/" + statement.id();
            served.add(page(at).text());
            served.add(page(at + "/origines").text());
        }
        return served;
    }

    private static List<String> unzipped(byte[] bytes) throws IOException {
        var texts = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                texts.add(text(zip.readAllBytes()));
            }
        }
        assertThat(texts).hasSizeGreaterThan(10);
        return texts;
    }

    private static String text(byte[] bytes) {
        return new String(Objects.requireNonNull(bytes), StandardCharsets.UTF_8);
    }

    private Document page(String address) {
        var answer = mvc.get().uri(address).exchange();
        assertThat(answer).as(address).hasStatusOk();
        return Jsoup.parse(text(answer.getResponse().getContentAsByteArray()));
    }
}
