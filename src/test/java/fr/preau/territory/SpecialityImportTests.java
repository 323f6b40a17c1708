package fr.preau.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.PreauTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@PreauTest
class SpecialityImportTests {
    private static final String GIRLS = "0747 - NUMERIQUE ET SCIENCES INFORMATIQUES - filles";
    private static final String BOYS = "0747 - NUMERIQUE ET SCIENCES INFORMATIQUES - garçons";
    private static final String HEADER = "RENTREE SCOLAIRE;UAI;" + GIRLS + ";" + BOYS + "\n";

    private final Imports imports;
    private final SpecialityImport specialities;
    private final ImportSpecialities command;
    private final NsiLycees nsi;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    @TempDir
    Path folder;

    @Autowired
    SpecialityImportTests(
            Imports imports,
            SpecialityImport specialities,
            ImportSpecialities command,
            NsiLycees nsi,
            JdbcClient jdbc,
            JdbcTemplate batches) {
        this.imports = imports;
        this.specialities = specialities;
        this.command = command;
        this.nsi = nsi;
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void readsAnySeparatorAndEncoding(String separator) throws IOException {
        for (var encoding : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
            for (var mark : encoding.equals(StandardCharsets.UTF_8) ? List.of("", "\ufeff") : List.of("")) {
                var uai = lycee();
                var header = String.join(
                        separator, "Uai", "autre", "Rentrée_Scolaire", GIRLS, BOYS.toLowerCase(java.util.Locale.ROOT));
                var line = String.join(separator, uai.value(), "é", "2031", "3", "21");
                assertThat(bring(mark + header + "\r\n" + line + "\r\n", encoding)
                                .created())
                        .isEqualTo(1);
                assertThat(known(uai)).containsExactly("2031 3 21");
            }
        }
    }

    @Test
    void readsCommasLeftUnquotedInNamesAndHeaders() throws IOException {
        var uai = lycee();
        var report = bring("""
                uai,denomination,0105 - HUMANITES, LITTERATURE ET PHILOSOPHIE - filles,%s,%s,rentree
                %s,LYCEE,1,2,3,2031
                %s,LYCEE, GENERAL,1,4,5,2032
                """.formatted(GIRLS, BOYS, uai, uai));
        assertThat(report.created()).isEqualTo(2);
        assertThat(known(uai)).containsExactly("2031 2 3", "2032 4 5");
    }

    @Test
    void takesNsiAloneNotItsCombinations() throws IOException {
        var uai = lycee();
        bring("""
                UAI;Rentrée;05 - MATHEMATIQUES/NUMERIQUE ET SCIENCES INFORMATIQUES/PHYSIQUE-CHIMIE - filles;%s;%s
                %s;2031;99;2;3
                """.formatted(GIRLS, BOYS, uai));
        assertThat(known(uai)).containsExactly("2031 2 3");
    }

    @Test
    void reportsEachLineAndStopsAtNone() throws IOException {
        var good = lycee();
        var stranger = ASchool.randomUai();
        var report = bring(HEADER + """
                2031;%1$s;1;2
                2031;0000000Z;1;2
                2031;%2$s;1;2
                jamais;%1$s;1;2
                2031;%1$s;7;8
                2032;%1$s;douze;2
                2032;%1$s
                2033;%1$s;;5
                """.formatted(good, stranger));
        assertThat(report.rows()).isEqualTo(8);
        assertThat(report.created()).isEqualTo(2);
        assertThat(report.unknown()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(5);
        assertThat(report.refusals())
                .extracting(refusal -> refusal.line() + " " + refusal.reason())
                .containsExactly(
                        "3 UAI « 0000000Z » : la lettre ne correspond pas au numéro",
                        "4 %s n'est pas dans l'annuaire".formatted(stranger),
                        "5 %s : rentrée « jamais » pas comprise".formatted(good),
                        "6 %s est déjà à la ligne 2 pour la rentrée 2031".formatted(good),
                        "7 %s : un nombre d'élèves n'est pas un nombre entier".formatted(good),
                        "8 trop peu de cellules : 2 cellules au lieu de 4");
        assertThat(known(good)).containsExactly("2031 1 2", "2033 0 5");
    }

    @Test
    void changesNothingTheSecondTimeAndWhatChangedTheThird() throws IOException {
        var first = lycee();
        var second = lycee();
        var file = HEADER + "2031;%s;1;2\n2031;%s;3;4\n".formatted(first, second);
        bring(file);
        var again = bring(file);
        assertThat(again.created() + again.updated()).isZero();
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(bring(file.replace(";3;4", ";3;5")).updated()).isEqualTo(1);
        assertThat(known(second)).containsExactly("2031 3 5");
    }

    @Test
    void refusesWhatIsNoSuchFile() throws IOException {
        refuses("%PDF-1.7", "c'est un PDF");
        refuses("", "il est vide");
        refuses("uai;nom;adresse\n", "aucune colonne ne donne la rentrée scolaire");
        refuses("rentree;nsi filles;nsi garçons\n", "aucune colonne ne donne le numéro UAI des lycées");
        refuses(
                "rentree;uai;maths filles;maths garçons\n",
                "aucune colonne ne donne les filles et les garçons de la spécialité NSI (0747)");
    }

    @Test
    void asksForTheDirectoryFirstWhereThereIsNone() throws IOException {
        var nowhere = new SpecialityRepository(jdbc, batches) {
            @Override
            boolean knowsSchools() {
                return false;
            }
        };
        var file = file(HEADER + "2031;%s;1;2\n".formatted(ASchool.randomUai()), StandardCharsets.UTF_8);
        var command = new ImportSpecialities(new SpecialityImport(nowhere), new ImportTerminal(imports));
        var said = new ByteArrayOutputStream();

        var code = command.run(List.of(file.toString()), new PrintStream(said, true, StandardCharsets.UTF_8));

        assertThat(code).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith("Importez d'abord l'annuaire des établissements");
    }

    @Test
    void leavesEverythingAsItWasWhenCutShort() throws IOException {
        var uai = IntStream.range(0, 700).mapToObj(_ -> ASchool.randomUai()).toList();
        var known = lycee();
        var file = file(
                HEADER
                        + "2031;%s;1;1\n".formatted(known)
                        + uai.stream()
                                .map(one -> "2031;%s;1;2\n".formatted(one))
                                .collect(Collectors.joining()),
                StandardCharsets.UTF_8);
        var request = new Imports.Request(file, "coupe.csv", "", false);
        assertThatThrownBy(() -> imports.run(specialities, request, bytes -> {
                    throw new IllegalStateException("cut at " + bytes);
                }))
                .hasMessageStartingWith("cut at ");
        assertThat(known(known)).isEmpty();
        assertThat(imports.run(specialities, request, _ -> {})).isInstanceOf(Imports.Outcome.Done.class);
        assertThat(known(known)).containsExactly("2031 1 1");
    }

    /// By département, the latest year tells who teaches NSI: a lycée that stopped, or is no longer told of, is gone.
    @Test
    void knowsWhoTeachesNow() throws IOException {
        var teaches = ASchool.lycee("Lycée qui enseigne")
                .in("Mamoudzou", "97600", "976")
                .at(null)
                .add(jdbc);
        var stopped = ASchool.lycee("Lycée qui a cessé")
                .in("Mamoudzou", "97600", "976")
                .add(jdbc);
        var gone = ASchool.lycee("Lycée absent").in("Mamoudzou", "97600", "976").add(jdbc);
        bring(HEADER + """
                2097;%1$s;4;20
                2097;%2$s;2;9
                2097;%3$s;1;5
                2098;%1$s;5;21
                2098;%2$s;0;0
                """.formatted(teaches.uai(), stopped.uai(), gone.uai()));
        var there = nsi.all().stream()
                .filter(one -> one.school().departement().equals("976"))
                .toList();
        assertThat(there).extracting(one -> one.school().uai()).containsExactly(teaches.uai());
        assertThat(there.getFirst().girls()).isEqualTo(5);
        assertThat(there.getFirst().pupils()).isEqualTo(26);
        assertThat(there.getFirst().year()).isEqualTo(2098);
        jdbc.sql("delete from territory.nsi where year >= 2097").update();
    }

    @Test
    void speaksFrenchOnCommandLine() throws IOException {
        var uai = lycee();
        var file = file(HEADER + "2031;%s;1;2\n2031;X;1;2\n".formatted(uai), StandardCharsets.UTF_8);
        assertThat(run(file.toString()))
                .contains("Lignes lues             2", "Créées                  1", "ligne 3 : UAI « X » mal écrit");
        assertThat(run()).contains("Donnez au moins un fichier CSV.");
        assertThat(run("--tout")).contains("Option inconnue : --tout");
        assertThat(run(folder.resolve("nulle-part.csv").toString())).contains("il n'existe pas");
    }

    private String run(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        command.run(List.of(arguments), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void refuses(String content, String reason) throws IOException {
        var request = new Imports.Request(file(content, StandardCharsets.UTF_8), "autre.csv", "", false);
        assertThat(imports.run(specialities, request, _ -> {}))
                .isEqualTo(new Imports.Outcome.Refused(
                        "« autre.csv » n'est pas un fichier d'effectifs par spécialité : %s.".formatted(reason)));
    }

    private Uai lycee() {
        return ASchool.lycee("Lycée des spécialités").add(jdbc).uai();
    }

    private List<String> known(Uai uai) {
        return jdbc.sql("select concat_ws(' ', year, girls, boys) from territory.nsi where uai = ? order by year")
                .param(uai.value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private ImportReport bring(String content) throws IOException {
        return bring(content, StandardCharsets.UTF_8);
    }

    private ImportReport bring(String content, Charset encoding) throws IOException {
        var outcome = imports.run(
                specialities, new Imports.Request(file(content, encoding), "specialites.csv", "", false), _ -> {});
        assertThat(outcome).isInstanceOf(Imports.Outcome.Done.class);
        return ((Imports.Outcome.Done) outcome).report();
    }

    private Path file(String content, Charset encoding) throws IOException {
        return Files.write(Files.createTempFile(folder, "specialites", ".csv"), content.getBytes(encoding));
    }
}
