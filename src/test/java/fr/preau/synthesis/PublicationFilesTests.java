package fr.preau.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.account.PersonId;
import fr.preau.consultation.Consultations;
import fr.preau.contribution.Contribution;
import fr.preau.contribution.Nature;
import fr.preau.contribution.RandomWords;
import fr.preau.synthesis.StatementRepository.Words;
import fr.preau.synthesis.SynthesisOutcome.Done;
import fr.preau.territory.Territory;
import fr.preau.web.Form;
import fr.preau.web.Typed;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The files of a publication as programs read them: their descriptor, their keys, what they do not tell.
@PreauTest
class PublicationFilesTests {
    @Autowired
    private SynthesisFixtures fixtures;

    @Autowired
    private Consultations consultations;

    @Autowired
    private Dealing dealing;

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
    private MockMvcTester mvc;

    private final PersonId someone = new PersonId(UUID.randomUUID());

    @Test
    void areDescribedAsProgramsExpect() throws IOException {
        var publication = published();
        var descriptor = JsonMapper.builder().build().readTree(text(publication, "datapackage.json"));

        var licence = descriptor.get("licenses").get(0);
        assertThat(licence.get("name").asString()).isEqualTo("etalab-2.0");
        assertThat(licence.get("path").asString()).startsWith("https://");
        assertThat(descriptor.get("name").asString()).matches("[a-z0-9._-]+").isEqualTo(publication.packageName());
        for (var resource : descriptor.get("resources")) {
            var fields = resource.get("schema").get("fields");
            for (var field : fields) {
                var isDay = field.get("name").asString().matches("jour.*|echeance");
                assertThat(field.get("type").asString().equals("date"))
                        .as("%s", field)
                        .isEqualTo(isDay);
            }
            var keys = resource.get("schema").get("foreignKeys");
            if (keys != null) {
                for (var key : keys) {
                    leadsSomewhere(publication, resource, key);
                }
            }
            var primary = resource.get("schema").get("primaryKey");
            var lines = csv(publication, resource.get("path").asString());
            assertThat(new HashSet<>(
                            lines.stream().map(line -> values(line, primary)).toList()))
                    .as("key of %s", resource.get("name"))
                    .hasSameSizeAs(lines);
        }
        assertThat(csv(publication, "suivi.csv"))
                .extracting(line -> line.get("etat"))
                .containsExactly("PARTLY", "PLANNED");
        assertThat(repository.files(publication.id()))
                .anyMatch(file -> file.name().endsWith(".zip"));
    }

    @Test
    void haveANameOfTheirOwnForEachRevision() {
        var publication = published();
        var said = rows.items(publication.id()).stream()
                .filter(item -> item.source().kind() == Item.Source.Kind.CONTRIBUTION)
                .findFirst()
                .orElseThrow();
        var contribution =
                fixtures.said(publication.consultation(), fixtures.departement("09"), Nature.NEED, said.text());
        fixtures.mask(
                new Contribution(
                        new fr.preau.contribution.ContributionId(said.source().id()),
                        1,
                        said.reference(),
                        contribution.consultation(),
                        contribution.origin(),
                        null,
                        contribution.workshop(),
                        contribution.territory(),
                        contribution.theme(),
                        contribution.nature(),
                        contribution.text(),
                        contribution.room(),
                        contribution.day(),
                        contribution.state()),
                "Elle nomme quelqu'un.");

        assertThat(publications.of(publication.consultation()).getFirst().packageName())
                .isNotEqualTo(publication.packageName());
    }

    @Test
    void neverLetASmallOnlineCountBeFoundBySubtraction() throws IOException {
        var publication = published();
        for (var line : csv(publication, "comptes.csv")) {
            var rooms = line.get("ateliers");
            assertThat(line.get("en_ligne")).isEmpty();
            assertThat(rooms.isEmpty() || Integer.parseInt(rooms) >= 2).isTrue();
        }
        for (var line : csv(publication, "enonces.csv")) {
            var rooms = line.get("ateliers");
            assertThat(rooms.isEmpty() || Integer.parseInt(rooms) >= 2).isTrue();
        }
    }

    @Test
    void listEveryContributionUnderANationalStatement() {
        var publication = published();
        var national = rows.statements(publication.id(), "", Territory.NATION.key(), 0, 10)
                .getFirst();

        var page = org.jsoup.Jsoup.parse(new String(
                mvc.get()
                        .uri(publication.path() + "/enonces/" + national.id() + "/origines")
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8));

        assertThat(page.select(".inbox a[href*=/consultations/contributions/]"))
                .hasSize(national.leaves().contributions());
    }

    @Test
    void holdWhateverTheFormsAccept() throws IOException {
        var seed = System.nanoTime();
        System.out.println("seed " + seed);
        var words = new RandomWords(new Random(seed));
        var id = fixtures.consultation();
        var ariege = fixtures.synthesis(id, fixtures.departement("09"));
        for (var i = 0; i < 25; i++) {
            var text = Typed.text("Contribution " + i + " " + words.upTo(500));
            fixtures.publish(fixtures.said(id, ariege.territory(), Nature.NEED, text));
        }
        for (var synthesis : List.of(ariege, fixtures.synthesis(id, fixtures.academieOf("09")))) {
            for (var item : fixtures.undealt(synthesis)) {
                dealWith(synthesis, item, words);
            }
            assertThat(fixtures.settle(synthesis, someone)).isInstanceOf(Done.class);
        }

        assertThat(publications.publish(consultations.find(id).orElseThrow(), UUID.randomUUID(), someone))
                .isInstanceOf(Done.class);

        var publication = publications.of(id).getFirst();
        assertThat(csv(publication, "enonces.csv")).hasSize(rows.countStatements(publication.id(), "", ""));
        assertThat(csv(publication, "dispositions.csv")).hasSameSizeAs(rows.items(publication.id()));
        for (var statement : rows.statements(publication.id(), "", "", 0, 10)) {
            assertThat(mvc.get()
                            .uri(publication.path() + "/enonces/" + statement.id())
                            .exchange())
                    .hasStatusOk();
        }
    }

    /// As a form would: what it refuses is typed again, in plain words.
    private void dealWith(Synthesis synthesis, Item item, RandomWords words) {
        var typed = DealForm.words(Form.empty(), "PROPOSAL", words.upTo(2000));
        var accepted = typed.orElse(new Words(StatementKind.PROPOSAL, "Des mots simples."));
        assertThat(dealing.takeUp(
                        SynthesisFixtures.act(synthesis, someone), List.of(Seen.of(item)), accepted, LinkKind.REWORDS))
                .isInstanceOf(Done.class);
    }

    private void leadsSomewhere(Publication publication, JsonNode resource, JsonNode key) throws IOException {
        var target = key.get("reference").get("resource").asString() + ".csv";
        var there = new HashSet<List<String>>();
        csv(publication, target)
                .forEach(line -> there.add(values(line, key.get("reference").get("fields"))));
        for (var line : csv(publication, resource.get("path").asString())) {
            assertThat(there).as("%s of %s", key, line).contains(values(line, key.get("fields")));
        }
    }

    private static List<String> values(CSVRecord line, JsonNode fields) {
        return fields.isArray()
                ? fields.valueStream().map(field -> line.get(field.asString())).toList()
                : List.of(line.get(fields.asString()));
    }

    /// Two contributions of workshops and one online, up to the nation, with a decision.
    private Publication published() {
        var id = fixtures.consultation();
        var ariege = fixtures.departement("09");
        fixtures.publish(
                fixtures.said(id, ariege, Nature.NEED, "Un ordinateur pour chacun."),
                fixtures.said(id, ariege, Nature.NEED, "Un ordinateur le soir."),
                fixtures.said(id, ariege, Nature.NEED, "Un ordinateur l'été.", null),
                fixtures.said(id, fixtures.departement("31"), Nature.NEED, "Un ordinateur chez soi.", null));
        for (var territory : List.of(ariege, fixtures.departement("31"), fixtures.academieOf("09"), Territory.NATION)) {
            var synthesis = fixtures.synthesis(id, territory);
            dealing.takeUp(
                    SynthesisFixtures.act(synthesis, someone),
                    fixtures.undealt(synthesis).stream().map(Seen::of).toList(),
                    new Words(StatementKind.PROPOSAL, "Prêter un ordinateur."),
                    LinkKind.MERGES);
            assertThat(fixtures.settle(synthesis, someone)).isInstanceOf(Done.class);
        }
        var nation = fixtures.synthesis(id, Territory.NATION);
        var statement = statements.of(nation.id()).getFirst().id();
        followUps.decide(SynthesisFixtures.act(nation, someone), statement, FollowUp.Outcome.PARTLY, "Dès la rentrée.");
        followUps.plan(
                SynthesisFixtures.act(nation, someone),
                statement,
                "Recenser le matériel",
                "Délégations académiques",
                java.time.LocalDate.of(2027, 9, 1));
        publications.publish(consultations.find(id).orElseThrow(), UUID.randomUUID(), someone);
        return publications.of(id).getFirst();
    }

    private String text(Publication publication, String name) {
        return new String(repository.file(publication.id(), name).orElseThrow().bytes(), StandardCharsets.UTF_8);
    }

    private List<CSVRecord> csv(Publication publication, String name) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text(publication, name)))
                .getRecords();
    }
}
