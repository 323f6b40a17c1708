package fr.preau.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.PreauTest;
import fr.preau.territory.Imports.Outcome;
import fr.preau.territory.Imports.Request;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PreauTest
class SchoolImportTests {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final Imports imports;
    private final SchoolImport directory;
    private final ImportSchools command;
    private final Schools schools;
    private final SchoolsByHand byHand;

    @TempDir
    Path folder;

    @Autowired
    SchoolImportTests(
            Imports imports, SchoolImport directory, ImportSchools command, Schools schools, SchoolsByHand byHand) {
        this.byHand = byHand;
        this.imports = imports;
        this.directory = directory;
        this.command = command;
        this.schools = schools;
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t", "|"})
    void readsAnySeparatorAndEncoding(String separator) {
        for (var encoding : List.of(StandardCharsets.UTF_8, WINDOWS, StandardCharsets.UTF_16)) {
            for (var mark : List.of("", "\ufeff")) {
                var uai = ASchool.randomUai();
                var text = mark
                        + String.join(separator, "UAI", "Nom_etablissement", "ADRESSE 1", "Code département", "État")
                        + "\r\n"
                        + String.join(separator, uai.value(), "Lycée Noël-Ébène", "3 rue des Œillets", "02A", "OUVERT")
                        + "\r\n";
                var writable = encoding.equals(StandardCharsets.UTF_8) ? text : text.replace("\ufeff", "");
                assertThat(bring(writable, encoding).created())
                        .as("%s %s", separator, encoding)
                        .isEqualTo(1);
                assertThat(find(uai).name()).isEqualTo("Lycée Noël-Ébène");
                assertThat(find(uai).address()).isEqualTo("3 rue des Œillets");
                assertThat(find(uai).departement()).isEqualTo("2A");
            }
        }
    }

    @Test
    void readsBothDataSetsAndTheirYears() {
        var first = ASchool.randomUai();
        bring("""
                Identifiant_de_l_etablissement;Nom_etablissement;Type_etablissement;Statut_public_prive;Adresse_1;Adresse_2;Code postal;Code_commune;Nom_commune;Code_departement;Voie_generale;Voie_technologique;Voie_professionnelle;Mail;position;etat;etablissement_multi_lignes;code_nature
                %s;Lycée Ada;Lycée;Privé;1 rue A;BP 3;9000;09122;Foix;009;1;0;1;CE@Ac.example;42.96, 1.6;OUVERT;0;306
                """.formatted(first));
        var school = find(first);
        assertThat(school.kind()).isEqualTo(School.Kind.LYCEE);
        assertThat(school.tracks()).containsExactlyInAnyOrder(School.Track.GENERAL, School.Track.PROFESSIONAL);
        assertThat(school.publicSector()).isFalse();
        assertThat(school.postcode()).isEqualTo("09000");
        assertThat(school.address()).isEqualTo("1 rue A, BP 3");
        assertThat(school.point()).isEqualTo(new GeoPoint(42.96, 1.6));

        var second = ASchool.randomUai();
        bring("""
                numero_uai;appellation_officielle;denomination_principale;patronyme_uai;secteur_public_prive_libe;adresse_uai;code_postal_uai;localite_acheminement_uai;libelle_commune;coordonnee_x;latitude;longitude;nature_uai;etat_etablissement_libe;code_departement
                %s;;COLLEGE;DE LA TOUR-D'AUVERGNE;Public;2 rue B;20000;AJACCIO CEDEX;;123.4;41,92;8,73;340;A OUVRIR;620
                """.formatted(second));
        assertThat(find(second).name()).isEqualTo("College de la Tour-d'Auvergne");
        assertThat(find(second).commune()).isEqualTo("Ajaccio");
        assertThat(find(second).departement()).isEqualTo("2A");
        assertThat(find(second).kind()).isEqualTo(School.Kind.COLLEGE);
        assertThat(find(second).point()).isEqualTo(new GeoPoint(41.92, 8.73));
        assertThat(find(second).open()).isTrue();
    }

    @Test
    void stopsNothingForBadLines() {
        var good = uais(4);
        var report = bring("""
                uai;nom;adresse;departement;latitude;longitude
                %s;Lycée Un;1 rue;09;0;0
                1234567Z;Mauvaise lettre;1 rue;09;;
                pas un uai;Mal écrit;1 rue;09;;
                %s;;1 rue;09;;
                %s;Lycée Perdu;1 rue;999;;
                %s;"Lycée jamais fermé;1 rue;09;;
                %s;"Lycée "Deux"";1 rue;09;200;7
                trop;peu

                %s;Lycée Trois;1 rue;09;;
                %s;"Lycée
                sur deux lignes";1 rue;09;;
                """.formatted(
                        good.get(0),
                        ASchool.randomUai(),
                        ASchool.randomUai(),
                        ASchool.randomUai(),
                        good.get(1),
                        good.get(2),
                        good.get(3)));
        assertThat(report.created()).isEqualTo(3);
        assertThat(report.refusals())
                .extracting(ImportReport.Refusal::line)
                .containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(report.refusals().getFirst().reason()).contains("la lettre ne correspond pas");
        assertThat(report.refusals().get(3).reason()).contains("département inconnu « 999 »");
        assertThat(report.refusals().get(4).reason()).contains("guillemets");
        assertThat(report.refusals().get(6).reason()).contains("2 cellules au lieu de 6");
        assertThat(find(good.get(0)).point()).isNull();
        assertThat(find(good.get(3)).name()).isEqualTo("Lycée sur deux lignes");
    }

    @Test
    void putsBackTogetherNamesCutByTheirCommas() {
        var good = uais(3);
        var report = bring("""
                uai,nom,type,statut,adresse,code postal,departement
                %s,Lycée Jeanne, la bonne,Lycée,Public,1 rue X,09000,09
                %s,Lycée Un,Deux,Trois,Lycée,Public,1 rue X,09000,09
                %s,Lycée Z,Lycée,Public,12,rue X,09000,09
                %s,Lycée A,Lycée,Public,Lycée,Public,1 rue X,09000,09,09
                """.formatted(good.get(0), good.get(1), good.get(2), ASchool.randomUai()));
        assertThat(find(good.get(0)).name()).isEqualTo("Lycée Jeanne, la bonne");
        assertThat(find(good.get(1)).name()).isEqualTo("Lycée Un,Deux,Trois");
        assertThat(find(good.get(2)).address()).isEqualTo("12,rue X");
        assertThat(report.rejected()).isEqualTo(1);
        assertThat(report.refusals().getFirst().reason()).startsWith("trop de cellules");
    }

    @Test
    void closesOnlyWhatSaysSo() {
        var uai = uais(3);
        var open =
                "uai;nom;adresse;departement;etat\n%s;Lycée A;1;975;OUVERT\n%s;Lycée B;1;975;OUVERT\n%s;Lycée C;1;975;OUVERT\n"
                        .formatted(uai.get(0), uai.get(1), uai.get(2));
        bring(open);
        var closing = bring("uai;nom;adresse;departement;etat\n%s;Lycée A;1;975;FERME\n%s;Lycée B;1;975;A FERMER\n"
                .formatted(uai.get(0), uai.get(1)));
        assertThat(closing.closed()).isEqualTo(1);
        assertThat(find(uai.get(0)).open()).isFalse();
        assertThat(find(uai.get(1)).open()).isTrue();
        assertThat(find(uai.get(2)).open()).isTrue();
        assertThat(bring(open).updated()).isEqualTo(1);
    }

    @Test
    void closesMissingOnesWhenAskedAndCovered() {
        var uai = uais(10);
        var head = "uai;nom;adresse;departement;type\n";
        var all = uai.stream().map(one -> one + ";Ecole;1;986;Ecole\n").toList();
        bring(head + String.join("", all));
        var few = bring(head + String.join("", all.subList(0, 5)), true);
        assertThat(few.missing()).isZero();
        var flawed = bring(head + String.join("", all.subList(0, 9)) + "x;y;z;986;Ecole\n", true);
        assertThat(flawed.missing()).isZero();
        assertThat(flawed.note()).isNotEmpty();
        var most = bring(head + String.join("", all.subList(0, 9)), true);
        assertThat(most.missing()).isEqualTo(1);
        assertThat(find(uai.get(9)).open()).isFalse();
    }

    @Test
    void keepsWhatAnotherFileDoesNotTell() {
        var uai = ASchool.randomUai();
        bring("uai;nom;adresse;departement;mail;voie_generale;code_nature\n%s;Lycée A;1;09;a@b.example;1;302\n"
                .formatted(uai));
        var other = bring("uai;nom;adresse;departement\n%s;Lycée A;2 rue;09\n".formatted(uai));
        assertThat(other.updated()).isEqualTo(1);
        assertThat(find(uai).mail()).isEqualTo("a@b.example");
        assertThat(find(uai).tracks()).containsExactly(School.Track.GENERAL);
        assertThat(find(uai).nature()).isEqualTo("302");
        assertThat(find(uai).address()).isEqualTo("2 rue");
    }

    @Test
    void keepsWhatWasCorrectedByHand() {
        var uai = ASchool.randomUai();
        bring("uai;nom;adresse;departement;etat\n%s;Lycée Faux;1;09;OUVERT\n".formatted(uai));
        var told = SchoolByHand.of(find(uai));
        byHand.correct(new SchoolByHand(uai, "Lycée Vrai", told.kind(), false, "Pamiers", "09100", "31", null, true));
        var report =
                bring("uai;nom;adresse;departement;etat;secteur\n%s;Lycée Faux;2 rue;09;FERME;Public\n".formatted(uai));
        assertThat(find(uai).name()).isEqualTo("Lycée Vrai");
        assertThat(find(uai).departement()).isEqualTo("31");
        assertThat(find(uai).publicSector()).isFalse();
        assertThat(find(uai).address()).isEqualTo("2 rue");
        assertThat(report.remarks())
                .filteredOn(remarks -> remarks.kind() == Remarks.Kind.KEPT)
                .flatExtracting(Remarks::first)
                .extracting(ImportReport.Refusal::reason)
                .containsExactly(uai + ", Lycée Vrai : département, nom, secteur");
        byHand.followFiles(uai);
        bring("uai;nom;adresse;departement\n%s;Lycée Faux;2 rue;31\n".formatted(uai));
        assertThat(find(uai).name()).isEqualTo("Lycée Faux");
    }

    @Test
    void looksWithoutWriting() throws IOException {
        var uai = ASchool.randomUai();
        var file = Files.writeString(
                folder.resolve("vu.csv"), "uai;nom;adresse;departement\n%s;Lycée;1;09\n".formatted(uai));
        assertThat(run("--dry-run", file.toString()))
                .startsWith("0 ")
                .contains("aperçu")
                .containsPattern("Créés +1\\b");
        assertThat(schools.find(uai)).isEmpty();
    }

    @Test
    void joinsLinesOfOneSchool() {
        var uai = ASchool.randomUai();
        var file =
                "uai;nom;adresse;departement;voie_generale;voie_professionnelle\n%1$s;Annexe du lycée A;9;09;0;1\n%1$s;Lycée A;1;09;1;0\n"
                        .formatted(uai);
        var report = bring(file);
        assertThat(report.merged()).isEqualTo(1);
        assertThat(report.mergedRows()).isEqualTo(1);
        assertThat(find(uai).name()).isEqualTo("Lycée A");
        assertThat(find(uai).tracks()).hasSize(2);
        assertThat(bring(file).unchanged()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "%PDF-1.4 uai;nom;adresse",
                "PK\u0003\u0004 uai;nom;adresse",
                "<!DOCTYPE html><html>uai;nom;adresse",
                "{\"uai\": 1}",
                "\u0000\u0001uai;nom;adresse\u0000",
                "a;b;c\n1;2;3",
                "uai;effectif\n0090013A;12",
                "uai;denomination principale;patronyme;rentree scolaire;commune;effectif total\n"
            })
    void refusesWhatIsNoDirectory(String content) throws IOException {
        var file = Files.writeString(folder.resolve("autre.csv"), content);
        var outcome = imports.run(directory, new Request(file, "autre.csv", "", false), _ -> {});
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused) outcome).sentence())
                .startsWith("« autre.csv » n'est pas un annuaire d'établissements : ")
                .endsWith(".");
    }

    @Test
    void leavesDirectoryAsItWasWhenCutShort() throws IOException {
        var uai = uais(1200);
        var file = Files.writeString(
                folder.resolve("coupe.csv"),
                "uai;nom;adresse;departement\n"
                        + uai.stream().map(one -> one + ";Lycée;1;09\n").collect(Collectors.joining()));
        assertThatThrownBy(() -> imports.run(directory, new Request(file, "coupe.csv", "", false), percent -> {
                    if (percent > 0) {
                        throw new IllegalStateException("cut");
                    }
                }))
                .hasMessage("cut");
        assertThat(schools.find(uai)).isEmpty();
        assertThat(bring("uai;nom;adresse;departement\n%s;Lycée;1;09\n".formatted(uai.getFirst()))
                        .created())
                .isEqualTo(1);
    }

    @Test
    void boundsTheRefusalsItDetails() {
        var lines =
                IntStream.range(0, 500).mapToObj(i -> "mauvais;Lycée;1;09\n").collect(Collectors.joining());
        var report = bring("uai;nom;adresse;departement\n" + lines);
        assertThat(report.rejected()).isEqualTo(500);
        assertThat(report.refusals()).hasSize(ImportReport.DETAILED);
        assertThat(FrenchReport.lines(ImportKind.SCHOOLS, report)).contains("    … et 300 autres lignes écartées");
    }

    @Test
    void runsFromTheCommandLine() throws IOException {
        var good = Files.writeString(
                folder.resolve("bon.csv"),
                "uai;nom;adresse;departement\n%s;Lycée;1;09\n".formatted(ASchool.randomUai()));
        var bad = Files.writeString(folder.resolve("mauvais.csv"), "<html>");
        assertThat(run(good.toString())).startsWith("0 ").containsPattern("Créés +1\\b");
        assertThat(run(good.toString(), bad.toString())).startsWith("1 ").contains("page web");
        assertThat(run(folder.resolve("absent.csv").toString()))
                .startsWith("1 ")
                .contains("il n'existe pas");
        assertThat(run()).startsWith("2 ");
        assertThat(run("--autre", good.toString())).startsWith("2 ").contains("Option inconnue : --autre");
    }

    private String run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var code = command.run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8));
        return code + " " + out.toString(StandardCharsets.UTF_8);
    }

    private static List<Uai> uais(int count) {
        return Stream.generate(ASchool::randomUai).distinct().limit(count).toList();
    }

    private School find(Uai uai) {
        return schools.find(uai).orElseThrow();
    }

    private ImportReport bring(String text) {
        return bring(text, StandardCharsets.UTF_8);
    }

    private ImportReport bring(String text, boolean closeMissing) {
        return bring(text.getBytes(StandardCharsets.UTF_8), closeMissing);
    }

    private ImportReport bring(String text, Charset encoding) {
        return bring(text.getBytes(encoding), false);
    }

    private ImportReport bring(byte[] content, boolean closeMissing) {
        try {
            var file = Files.write(folder.resolve("annuaire.csv"), content);
            var outcome = imports.run(directory, new Request(file, "annuaire.csv", "", closeMissing), _ -> {});
            assertThat(outcome).isInstanceOf(Outcome.Done.class);
            return ((Outcome.Done) outcome).report();
        } catch (IOException problem) {
            throw new java.io.UncheckedIOException(problem);
        }
    }
}
