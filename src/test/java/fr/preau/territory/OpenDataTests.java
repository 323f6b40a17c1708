package fr.preau.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.territory.Imports.Outcome;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// The directory as the ministry publishes it, faults included.
@PreauTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenDataTests {
    private final Imports imports;
    private final SchoolImport directory;
    private final SpecialityImport specialities;
    private final NsiLycees nsi;
    private final Schools schools;
    private final Places places;

    @Autowired
    OpenDataTests(
            Imports imports,
            SchoolImport directory,
            SpecialityImport specialities,
            NsiLycees nsi,
            Schools schools,
            Places places) {
        this.imports = imports;
        this.directory = directory;
        this.specialities = specialities;
        this.nsi = nsi;
        this.schools = schools;
        this.places = places;
    }

    @BeforeAll
    void bringsDirectoryIn() {
        bring(OpenData.file(OpenData.LYCEES));
        bring(OpenData.file(OpenData.COLLEGES));
    }

    @Test
    void readsEveryLineOfTheLycees() {
        var start = Instant.now();
        var report = bring(OpenData.file(OpenData.LYCEES));
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(30));
        assertThat(report.rows()).isEqualTo(5704);
        assertThat(report.rejected()).isZero();
        assertThat(report.merged()).isEqualTo(36);
        assertThat(report.mergedRows()).isEqualTo(39);
        assertThat(report.created() + report.updated() + report.unchanged() + report.closed())
                .isEqualTo(5665);
    }

    @Test
    void readsEveryLineOfTheColleges() {
        var report = bring(OpenData.file(OpenData.COLLEGES));
        assertThat(report.rows()).isEqualTo(7654);
        // Two schools to be opened have no name yet.
        assertThat(report.refusals())
                .extracting(ImportReport.Refusal::reason)
                .containsExactlyInAnyOrder("0741835T n'a pas de nom", "0741833R n'a pas de nom");
        assertThat(bring(OpenData.file(OpenData.COLLEGES)).unchanged()).isEqualTo(7652);
    }

    /// 6,781 lines in September 2021 to 2023; sixteen are about schools that the directory does not have.
    @Test
    void readsPupilsOfNsi() {
        bring(OpenData.file(OpenData.LYCEES));
        var report = bring(specialities, OpenData.file(OpenData.SPECIALITIES));
        assertThat(report.rows()).isEqualTo(6781);
        assertThat(report.rejected()).isZero();
        assertThat(report.unknown()).isEqualTo(16);
        var ministry = nsi.all().stream().filter(lycee -> lycee.year() == 2023).toList();
        assertThat(ministry).hasSizeBetween(1460, 1470);
        assertThat(ministry.stream().mapToInt(NsiLycee::girls).sum()).isBetween(7550, 7615);
        assertThat(ministry.stream().mapToInt(NsiLycee::boys).sum()).isBetween(31500, 31732);
        // The directory gives no coordinates in Nouvelle-Calédonie and Polynésie, not even for a neighbour.
        assertThat(ministry)
                .filteredOn(lycee -> lycee.point() == null)
                .extracting(lycee -> lycee.school().departement())
                .containsOnly("987", "988");
        var again = bring(specialities, OpenData.file(OpenData.SPECIALITIES));
        assertThat(again.created() + again.updated()).isZero();
        assertThat(again.unchanged()).isEqualTo(report.rows() - report.unknown());
    }

    @Test
    void changesNothingTheSecondTime() {
        bring(OpenData.file(OpenData.LYCEES));
        var again = bring(OpenData.file(OpenData.LYCEES));
        assertThat(again.created() + again.updated() + again.closed()).isZero();
        assertThat(again.unchanged()).isEqualTo(5665);
    }

    @Test
    void keepsMailThatAnotherFileDoesNotTell() {
        assertThat(schools.find(new Uai("0932030B")).orElseThrow().mail()).isEqualTo("ce.0932030b@ac-creteil.fr");
    }

    @Test
    void readsWindows1252AsWell(@TempDir Path folder) throws Exception {
        var lycees = OpenData.file(OpenData.LYCEES);
        var file = folder.resolve("lycees.csv");
        // getBytes writes « ? » for the few characters that Windows-1252 lacks.
        Files.write(
                file,
                Files.readString(lycees, StandardCharsets.UTF_8)
                        .substring(1)
                        .getBytes(Charset.forName("windows-1252")));
        bring(lycees);
        var report = bring(file);
        assertThat(report.rejected()).isZero();
        assertThat(report.updated()).isLessThan(10);
        bring(lycees);
    }

    @Test
    void findsSchoolsHoweverTheyAreTyped() {
        finds("lycee gabriel faure foix", "Foix");
        finds("faure foix", "Foix");
        finds("foix lycée", "Foix");
        finds("gabrielle fauré foi", "Foix");
        finds("lycee pierre de fermat toulouse", "Toulouse");
        finds("fermat tolouse", "Toulouse");
        finds("henri 4 paris", "Paris");
        finds("St Sernin Toulouse", "Toulouse");
        finds("lycee guisthau nantes", "Nantes");
        finds("clg jastres aubenas", "Aubenas");
        finds("maurice utrilo stains", "Stains");
    }

    /// Less than 20 ms each on a quiet machine; the bound here only catches a query that reads the whole directory.
    @Test
    void findsQuickly() {
        var typed = List.of("lycee gabriel faure foix", "jean", "saint joseph", "victor hugo paris", "tolouse fermat");
        typed.forEach(words -> schools.search(words, 10));
        var start = System.nanoTime();
        typed.forEach(words -> schools.search(words, 10));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(300L * typed.size()));
    }

    @Test
    void knowsCommunes() {
        assertThat(places.commune("toulouze").orElseThrow().departement()).isEqualTo("31");
        assertThat(places.commune("Paris").orElseThrow().label()).isEqualTo("Paris (75)");
        assertThat(places.commune("09000").orElseThrow().label()).isEqualTo("Foix (09)");
        assertThat(places.commune("Foix (09)").orElseThrow().label()).isEqualTo("Foix (09)");
        assertThat(places.locate("1 rue des Lilas", "31000", "Toulouse")
                        .orElseThrow()
                        .departement())
                .isEqualTo("31");
        assertThat(places.locate("", "97410", "Saint-Pierre").orElseThrow().departement())
                .isEqualTo("974");
        assertThat(places.commune("xqzwvkj")).isEmpty();
        assertThat(places.locate("1 rue des Lilas", "", "Xqzwvkj")).isEmpty();
        assertThat(places.locate("1 rue des Lilas", "%____", "")).isEmpty();
    }

    private void finds(String typed, String commune) {
        var found = schools.search(typed, 5);
        assertThat(found).as(typed).isNotEmpty();
        assertThat(found.getFirst().commune()).as(typed).startsWith(commune);
    }

    private ImportReport bring(Path file) {
        return bring(directory, file);
    }

    private ImportReport bring(Imports.Importer importer, Path file) {
        var outcome = imports.run(importer, new Imports.Request(file, "annuaire.csv", "", false), _ -> {});
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).report();
    }
}
