package fr.preau.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Directories as spreadsheets and people leave them: no school ends in another département.
@PreauTest
class DirtyDirectoryTests {
    private final Imports imports;
    private final SchoolImport directory;
    private final Schools schools;
    private final JdbcClient jdbc;

    @TempDir
    Path folder;

    @Autowired
    DirtyDirectoryTests(Imports imports, SchoolImport directory, Schools schools, JdbcClient jdbc) {
        this.imports = imports;
        this.directory = directory;
        this.schools = schools;
        this.jdbc = jdbc;
    }

    @ParameterizedTest
    @CsvSource({
        "009, 9007.0, 09007, 09",
        "009, 9100, 09100, 09",
        "001, '1000,0', 01000, 01",
        "002, 2000.00, 02000, 02",
        "031, '31 000', 31000, 31",
        "031, 31008 CEDEX 6, 31008, 31",
        "620, 20000, 20000, 2A",
        "720, 20600.0, 20600, 2B",
        "620, 20704, 20704, 2A",
        "974, 97867, 97867, 974",
        "974, 97410.0, 97410, 974",
        "971, 97150, 97150, 978",
        "971, 97133, 97133, 977",
        "972, 97072, 97072, 972",
        "983, 98800, 98800, 988",
        "984, 98713.0, 98713, 987",
        "987, 98600, 98600, 986",
        "975, 97500, 97500, 975"
    })
    void undoesWhatSpreadsheetsDoToPostcodes(String number, String written, String postcode, String departement) {
        var uai = ASchool.uaiNumbered(number);
        var report = bring("uai;nom;adresse;code_postal\n%s;Lycée;1;%s\n".formatted(uai, written));
        assertThat(report.created()).as("%s", report.refusals()).isEqualTo(1);
        assertThat(find(uai).postcode()).isEqualTo(postcode);
        assertThat(find(uai).departement()).isEqualTo(departement);
    }

    /// Schools whose number we do not know are where their postcode tells.
    @ParameterizedTest
    @CsvSource({"20137, 2A", "20250, 2B", "97110, 971", "97300, 973", "97630, 976", "98600, 986", "97150, 978"})
    void findsTheDepartementInThePostcode(String postcode, String departement) {
        var uai = ASchool.randomUai();
        bring("uai;nom;adresse;code_postal\n%s;Lycée;1;%s\n".formatted(uai, postcode));
        assertThat(find(uai).departement()).isEqualTo(departement);
    }

    @Test
    void findsTheDepartementInTheCommunesCode() {
        var uai = Stream.generate(ASchool::randomUai).limit(3).toList();
        bring("uai;nom;adresse;code_commune\n%s;A;1;9122.0\n%s;B;1;2B033\n%s;C;1;97127\n"
                .formatted(uai.get(0), uai.get(1), uai.get(2)));
        assertThat(uai.stream().map(one -> find(one).departement())).containsExactly("09", "2B", "978");
    }

    @Test
    void refusesPostcodesThatLostTheirDigits() {
        var uai = ASchool.uaiNumbered("009");
        var report = bring("uai;nom;adresse;code_postal\n%s;Lycée;1;9,007E+03\n%s;Lycée;1;9007.5\n%s;Lycée;1;12\n"
                .formatted(uai, ASchool.uaiNumbered("009"), ASchool.uaiNumbered("009")));
        assertThat(report.rejected()).isEqualTo(3);
        assertThat(report.refusals().getFirst().reason()).contains("abrégé par un tableur");
        assertThat(report.refusals().getLast().reason()).contains("sans ses cinq chiffres");
        assertThat(report.note()).contains("celle du code postal");
        assertThat(schools.find(uai)).isEmpty();
    }

    @Test
    void asksAboutADepartementThatTheNumberContradicts() {
        var foix = ASchool.uaiNumbered("009");
        var bourg = ASchool.uaiNumbered("001");
        var report = bring("""
                uai;nom;adresse;code_departement;code_postal;nom_commune
                %s;Lycée Les Tilleuls;1;090;90000;Foix
                %s;Lycée de la Bresse;1;10;10000;Bourg-en-Bresse
                """.formatted(foix, bourg));
        assertThat(report.created()).isZero();
        assertThat(report.contradicted()).isEqualTo(2);
        assertThat(report.remarks().getFirst().first())
                .extracting(ImportReport.Refusal::reason)
                .containsExactly(
                        foix + ", Lycée Les Tilleuls : le fichier dit 90, son numéro 09",
                        bourg + ", Lycée de la Bresse : le fichier dit 10, son numéro 01");
        assertThat(schools.find(foix)).isEmpty();
    }

    @Test
    void asksAboutADepartementThatTheDirectoryContradicts() {
        var uai = ASchool.randomUai();
        bring("uai;nom;adresse;code_departement\n%s;Lycée;1;09\n".formatted(uai));
        var report = bring("uai;nom;adresse;code_departement\n%s;Lycée;1;31\n".formatted(uai));
        assertThat(report.contradicted()).isEqualTo(1);
        assertThat(find(uai).departement()).isEqualTo("09");
    }

    @Test
    void correctsASchoolThatAnEarlierFileMoved() {
        var uai = ASchool.uaiNumbered("001");
        jdbc.sql("""
                        insert into territory.school (uai, name, kind, nature, tracks, address, postcode, commune_code,
                            commune, departement, open)
                        values (?, 'Lycée de la Bresse', 'LYCEE', '', '{}', '', '10000', '', 'Bourg-en-Bresse', '10', true)
                        """).param(uai.value()).update();
        var report = bring(
                "uai;nom;adresse;code_departement;code_postal\n%s;Lycée de la Bresse;1;01;01000\n".formatted(uai));
        assertThat(find(uai).departement()).isEqualTo("01");
        assertThat(report.remarks())
                .filteredOn(remarks -> remarks.kind() == Remarks.Kind.MOVED)
                .flatExtracting(Remarks::first)
                .extracting(ImportReport.Refusal::reason)
                .containsExactly(uai + ", Lycée de la Bresse : de 10 à 01");
    }

    @Test
    void keepsKnownPlacesAndUsesNumbersWhenNoColumnTells() {
        var known = ASchool.randomUai();
        bring("uai;nom;adresse;code_departement\n%s;Lycée;1;978\n".formatted(known));
        var unknown = Stream.of("009", "620", "720", "974", "984")
                .map(ASchool::uaiNumbered)
                .toList();
        var report = bring("uai;nom;type\n%s;Lycée neuf;Lycée\n".formatted(known)
                + unknown.stream().map(uai -> uai + ";Lycée;Lycée\n").collect(Collectors.joining()));
        assertThat(find(known).name()).isEqualTo("Lycée neuf");
        assertThat(find(known).departement()).isEqualTo("978");
        assertThat(unknown.stream().map(uai -> find(uai).departement()))
                .containsExactly("09", "2A", "2B", "974", "987");
        assertThat(report.rejected()).isZero();
    }

    @Test
    void namesTheColumnThatIsMissingInOneSentence() {
        var report =
                bring("uai;nom;type\n%s;A;Lycée\n%s;B;Lycée\n".formatted(ASchool.randomUai(), ASchool.randomUai()));
        assertThat(report.rejected()).isEqualTo(2);
        assertThat(report.note())
                .isEqualTo("Toutes les lignes sont refusées pour une seule raison : la colonne à ajouter ou à corriger"
                        + " est celle du département, du code postal ou de la commune.");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ";;;", "; ;"})
    void acceptsRowsThatEndWithSeparatorsTheHeaderLacks(String end) {
        var uai = List.of(ASchool.uaiNumbered("009"), ASchool.uaiNumbered("009"));
        var report = bring(
                "uai;nom;type;adresse_1;code_postal;etat\n%s;Lycée A;Lycée;\"1 place du Marché\nBâtiment B\";09000;OUVERT%s\n%s;Lycée B;Lycée;;9100;OUVERT%s\n"
                        .formatted(uai.get(0), end, uai.get(1), end));
        assertThat(report.refusals()).isEmpty();
        assertThat(find(uai.get(0)).address()).isEqualTo("1 place du Marché Bâtiment B");
        assertThat(find(uai.get(1)).postcode()).isEqualTo("09100");
    }

    @Test
    void saysNothingOfASectorNobodyTold() {
        var uai = List.of(ASchool.uaiNumbered("009"), ASchool.uaiNumbered("009"), ASchool.uaiNumbered("009"));
        bring("uai;nom;type;code_departement\n%s;Lycée privé Notre-Dame;Lycée;09\n".formatted(uai.get(0)));
        bring("uai;nom;type;code_departement;secteur\n%s;Lycée B;Lycée;09;Privé\n%s;Lycée C;Lycée;09;?\n"
                .formatted(uai.get(1), uai.get(2)));
        assertThat(SchoolChoice.kind(find(uai.get(0)))).isEqualTo("lycée");
        assertThat(SchoolChoice.kind(find(uai.get(1)))).isEqualTo("lycée privé");
        assertThat(SchoolChoice.kind(find(uai.get(2)))).isEqualTo("lycée");
    }

    @Test
    void readsOtherNumbersMadeDecimals() {
        var uai = ASchool.uaiNumbered("009");
        bring(
                "uai;nom;adresse;code_departement;code_nature;voie_generale;voie_technologique\n%s;Établissement;1;9.0;302.0;1.0;0.0\n"
                        .formatted(uai));
        assertThat(find(uai).nature()).isEqualTo("302");
        assertThat(find(uai).tracks()).containsExactly(School.Track.GENERAL);
        assertThat(find(uai).departement()).isEqualTo("09");
    }

    @Test
    void saysWhyNothingIsClosed() {
        var uai = Stream.generate(ASchool::randomUai).limit(10).toList();
        var head = "uai;nom;adresse;code_departement;type\n";
        var lines = uai.stream().map(one -> one + ";Collège;1;977;Collège\n").toList();
        bring(head + String.join("", lines), false);
        var partial = bring(head + String.join("", lines.subList(0, 2)), true);
        assertThat(partial.missing()).isZero();
        assertThat(partial.note())
                .startsWith("Rien fermé : le fichier ne couvre pas")
                .contains("« collège » (2 sur 1");
    }

    /// A clean directory made dirty gives the same schools, or a line of the report; never a school elsewhere.
    @RepeatedTest(25)
    void movesNoSchoolHoweverDirtyTheFile() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var places = random.ints(30, 0, CLEAN.size()).mapToObj(CLEAN::get).toList();
        var uais = places.stream()
                .map(place -> ASchool.uaiNumbered(place.number()))
                .toList();
        var known = random.nextBoolean();
        if (known) {
            bring(file(uais, places, Dirt.NONE, new Random(seed)));
        }
        var file = file(uais, places, Dirt.random(random), random);
        var report = bring(file);
        for (var rank = 0; rank < uais.size(); rank++) {
            var uai = uais.get(rank);
            var found = schools.find(uai);
            var told = isTold(report, uai) || isCutWrongly(report, file, uai);
            assertThat(found.isPresent() || told)
                    .as("seed %d: %s lost without a word", seed, uai)
                    .isTrue();
            var right = found.map(School::departement)
                    .map(places.get(rank).departement()::equals)
                    .orElse(true);
            assertThat(right || told)
                    .as("seed %d: %s is in %s", seed, uai, found.map(School::departement))
                    .isTrue();
            assertThat(found.map(School::postcode).orElse(""))
                    .as("seed %d: postcode of %s", seed, uai)
                    .matches("|\\d{5}");
        }
    }

    /// One place in each case that numbers, postcodes and communes make.
    private record Site(
            String number, String departement, String code, String postcode, String insee, String commune) {}

    private static final List<Site> CLEAN = List.of(
            new Site("001", "01", "001", "01000", "01053", "Bourg-en-Bresse"),
            new Site("002", "02", "002", "02000", "02408", "Laon"),
            new Site("009", "09", "009", "09007", "09122", "Foix"),
            new Site("010", "10", "010", "10000", "10387", "Troyes"),
            new Site("620", "2A", "02A", "20000", "2A004", "Ajaccio"),
            new Site("620", "2A", "02A", "20704", "2A004", "Ajaccio"),
            new Site("720", "2B", "02B", "20600", "2B033", "Bastia"),
            new Site("075", "75", "075", "75013", "75113", "Paris  13e  Arrondissement"),
            new Site("090", "90", "090", "90000", "90010", "Belfort"),
            new Site("971", "971", "971", "97110", "97120", "Pointe-à-Pitre"),
            new Site("971", "977", "977", "97133", "97701", "Saint-Barthélemy"),
            new Site("971", "978", "978", "97150", "97801", "Saint-Martin"),
            new Site("974", "974", "974", "97410", "97416", "Saint-Pierre"),
            new Site("976", "976", "976", "97600", "97611", "Mamoudzou"),
            new Site("984", "987", "987", "98713", "98735", "Papeete"),
            new Site("983", "988", "988", "98800", "98818", "Nouméa"));

    /// How a file was spoilt.
    private record Dirt(
            boolean decimals,
            boolean zeros,
            boolean abridged,
            boolean trailing,
            boolean twoLines,
            boolean wrongPlaces,
            boolean blanks,
            List<String> dropped) {
        static final Dirt NONE = new Dirt(false, false, false, false, false, false, false, List.of());

        static Dirt random(Random random) {
            var dropped = Stream.of("code_departement", "code_postal", "code_commune", "nom_commune")
                    .filter(_ -> random.nextInt(3) == 0)
                    .toList();
            return new Dirt(
                    random.nextBoolean(),
                    random.nextBoolean(),
                    random.nextInt(4) == 0,
                    random.nextBoolean(),
                    random.nextBoolean(),
                    random.nextInt(4) == 0,
                    random.nextInt(4) == 0,
                    dropped);
        }

        String number(String digits, Random random) {
            if (blanks && random.nextInt(5) == 0) {
                return "";
            }
            if (abridged && random.nextInt(8) == 0) {
                return "9,7E+04";
            }
            if (!digits.matches("\\d+")) {
                return digits;
            }
            var bare = zeros || decimals ? digits.replaceFirst("^0+(?=.)", "") : digits;
            return decimals ? bare + ".0" : bare;
        }
    }

    private static String file(List<Uai> uais, List<Site> sites, Dirt dirt, Random random) {
        var columns = new ArrayList<>(List.of(
                "uai", "nom", "adresse", "code_departement", "code_postal", "code_commune", "nom_commune", "etat"));
        columns.removeAll(dirt.dropped());
        var file = new StringBuilder(String.join(";", columns)).append('\n');
        for (var rank = 0; rank < uais.size(); rank++) {
            var uai = uais.get(rank);
            var site = sites.get(rank);
            var elsewhere = dirt.wrongPlaces() && random.nextInt(6) == 0 ? anotherThan(site, random) : site;
            var cells = columns.stream()
                    .map(column -> cell(column, uai, site, elsewhere, dirt, random))
                    .collect(Collectors.joining(";"));
            file.append(cells).append(dirt.trailing() ? ";;\n" : "\n");
        }
        return file.toString();
    }

    /// Within the numbers of Guadeloupe nothing tells that a file is wrong.
    private static Site anotherThan(Site site, Random random) {
        var other = CLEAN.get(random.nextInt(CLEAN.size()));
        return other.number().equals(site.number()) ? site : other;
    }

    private static String cell(String column, Uai uai, Site site, Site elsewhere, Dirt dirt, Random random) {
        return switch (column) {
            case "uai" -> uai.value();
            case "nom" -> "Lycée " + uai;
            case "adresse" -> dirt.twoLines() ? "\"1 rue du Port\nBP 12\"" : "1 rue du Port";
            case "code_departement" -> dirt.number(elsewhere.code(), random);
            case "code_postal" -> dirt.number(elsewhere.postcode(), random);
            case "code_commune" -> dirt.number(elsewhere.insee(), random);
            case "nom_commune" -> site.commune();
            default -> "OUVERT";
        };
    }

    private static boolean isTold(ImportReport report, Uai uai) {
        return Stream.concat(
                        report.refusals().stream(),
                        report.remarks().stream()
                                .filter(remarks -> remarks.kind().isPressing())
                                .flatMap(remarks -> remarks.first().stream()))
                .anyMatch(line -> line.reason().contains(uai.value()));
    }

    /// A line that could not be cut in cells is told by its number alone.
    private static boolean isCutWrongly(ImportReport report, String file, Uai uai) {
        var line = file.substring(0, file.indexOf(uai.value())).lines().count() + 1;
        return report.refusals().stream().anyMatch(refusal -> refusal.line() == line);
    }

    private School find(Uai uai) {
        return schools.find(uai).orElseThrow();
    }

    private ImportReport bring(String text) {
        return bring(text, false);
    }

    private ImportReport bring(String text, boolean closeMissing) {
        try {
            var file = Files.writeString(folder.resolve("annuaire.csv"), text);
            var outcome = imports.run(directory, new Imports.Request(file, "annuaire.csv", "", closeMissing), _ -> {});
            return Optional.of(outcome)
                    .filter(Imports.Outcome.Done.class::isInstance)
                    .map(Imports.Outcome.Done.class::cast)
                    .orElseThrow(() -> new AssertionError(outcome))
                    .report();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
