package fr.preau.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditUnitTests {
    private static final String SEATS = "atelier;places\nA;1\nB;1\nC;2\n";
    private static final String WISHES = "participant;vœu 1;vœu 2\nana;A;B\nbob;A;C\ncéline;B;A\n";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void forget() {
        out.reset();
        err.reset();
    }

    @Test
    void writesWhatItThenAccepts() throws IOException {
        for (var rule : List.of("tirage", "equite", "premiers")) {
            assertThat(allocate(WISHES, SEATS, rule, "--seed", "graine")).isZero();
            assertThat(verify(written())).as(rule).isZero();
        }
    }

    @Test
    void readsFrenchAndEnglishFilesAlike() throws IOException {
        allocate(WISHES, SEATS, "equite", "--seed", "graine");
        var french = written();
        for (var same : List.of(
                "\uFEFFparticipant,wish1,wish2\r\n\"ana\",A,B\r\nbob,A,C\r\ncéline,B,A\r\n",
                "Voeux;Participant\nA|B;ana\nA C;bob\n\"B | A\";céline\n")) {
            assertThat(allocate(same, "workshop,seats,kept_parent\nC,2,0\nB,1,\nA,1,0\n", "equite", "--seed", "graine"))
                    .as(err())
                    .isZero();
            assertThat(written()).isEqualTo(french);
        }
    }

    @Test
    void writesTheSameWhateverTheOrderOfLines() throws IOException {
        var seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (var draw = 0; draw < 20; draw++) {
            var seats = new ArrayList<String>();
            var wishes = new ArrayList<String>();
            for (var each = 0; each < 6; each++) {
                seats.add("A" + each + ";" + random.nextInt(5) + ";" + 0);
            }
            for (var each = 0; each < 25; each++) {
                var own = new ArrayList<>(List.of("A0", "A1", "A2", "A3", "A4", "A5"));
                Collections.shuffle(own, java.util.Random.from(random));
                wishes.add("p" + each + ";" + String.join("|", own.subList(0, 1 + random.nextInt(5))));
            }
            for (var rule : List.of("tirage", "equite", "premiers")) {
                allocate("participant;wishes", wishes, "workshop;seats;kept_x", seats, rule, "" + seed);
                var before = written();
                assertThat(verify(before)).isZero();
                Collections.shuffle(wishes, java.util.Random.from(random));
                Collections.shuffle(seats, java.util.Random.from(random));
                allocate("participant;wishes", wishes, "workshop;seats;kept_x", seats, rule, "" + seed);
                assertThat(written()).isEqualTo(before);
            }
        }
    }

    @Test
    void ranksDoNotDependOnTheNamesOfWorkshops() throws IOException {
        allocate(WISHES, SEATS, "equite", "--seed", "graine");
        var before = written()
                .replaceAll("(?s).*\"participants\"", "")
                .replaceAll("\"(?:wishes|workshop)\":[^A-Z]*\"[^a-z]*", "");
        allocate(WISHES.replace("A", "Z"), SEATS.replace("A", "Z"), "equite", "--seed", "graine");
        assertThat(written()
                        .replaceAll("(?s).*\"participants\"", "")
                        .replaceAll("\"(?:wishes|workshop)\":[^A-Z]*\"[^a-z]*", ""))
                .isEqualTo(before);
    }

    @Test
    void namesEveryBadLineAndComputesNothing() throws IOException {
        var wishes = """
            participant;category;lottery;wish1;wish2
            ana;;1;A;B
            bob;;2;A;Z
            cid;;3;A;A
            dan;;4;;A
            ana;;5;B;
            eve;;six;B;
            fay;;7;B;A;C
            "gus;;8;B;
            ;;9;B;
            hal;;10;B"x;
            """;
        var seats = """
            workshop,seats,kept_parent
            A,2,3
            B,-1,
            C,many,
            A,2,
            D,2,x
            """;
        assertThat(allocate(wishes, seats, "equite", "--seed", "graine")).isEqualTo(1);
        assertThat(Files.exists(folder.resolve("result.json"))).isFalse();
        assertThat(err().lines().toList())
                .containsExactly(
                        "seats.csv, ligne 2 : 3 places gardées pour 2 places",
                        "seats.csv, ligne 3 : « -1 » n’est pas un nombre de places",
                        "seats.csv, ligne 4 : « many » n’est pas un nombre de places",
                        "seats.csv, ligne 5 : l’atelier « A » est déjà à la ligne 2",
                        "seats.csv, ligne 6 : « x » n’est pas un nombre de places gardées",
                        "wishes.csv, ligne 3 : vœu 2 : aucun atelier « Z »",
                        "wishes.csv, ligne 4 : l’atelier « A » est demandé deux fois",
                        "wishes.csv, ligne 5 : le vœu 1 est vide, mais pas le suivant",
                        "wishes.csv, ligne 7 : « six » n’est pas un numéro de tirage",
                        "wishes.csv, ligne 8 : 6 champs pour 5 colonnes",
                        "wishes.csv, ligne 9 : guillemet non refermé",
                        "wishes.csv, ligne 10 : l’identifiant du participant est vide ou contient un caractère de"
                                + " contrôle",
                        "wishes.csv, ligne 11 : guillemet au milieu d’un champ",
                        "wishes.csv, ligne 6 : « ana » est déjà à la ligne 2");
    }

    @Test
    void namesMissingColumns() throws IOException {
        assertThat(allocate("personne qui vient;wish2\n", "lieu;places\n", "equite", "--seed", "graine"))
                .isEqualTo(1);
        assertThat(err()).contains("« workshop »").contains("« participant »").contains("ne se suivent pas depuis 1");
    }

    @Test
    void saysWhatItDoesNotUnderstand() throws IOException {
        assertThat(allocate(WISHES, SEATS, "hasard", "--seed", "graine")).isEqualTo(2);
        assertThat(allocate(WISHES, SEATS, "equite", "--sead", "graine")).isEqualTo(2);
        assertThat(run("allocate")).isEqualTo(2);
        assertThat(run("verify-allocation")).isEqualTo(2);
        assertThat(run("verify-allocation", folder.resolve("absent.json").toString()))
                .isEqualTo(1);
    }

    @Test
    void keepsNoSeatsUnderPremiers() throws IOException {
        assertThat(allocate(
                        WISHES, "workshop,seats,kept_parent\nA,1,1\nB,1,0\nC,1,0\n", "premiers", "--seed", "graine"))
                .isEqualTo(1);
        assertThat(err()).contains("premiers");
    }

    @Test
    void takesTheSeedFromAPublicValueAndNumbersFromAColumn() throws IOException {
        assertThat(allocate(WISHES, SEATS, "equite", "--public-value", "loto du 3 mars"))
                .isZero();
        assertThat(verify(written())).isZero();
        assertThat(verify(written().replace("loto du 3", "loto du 4"))).isEqualTo(1);
        allocate("id;numéro;vœu 1\nana;3;A\nbob;2;A\ncéline;1;A\n", SEATS, "equite", "--seed", "graine");
        assertThat(written())
                .contains("\"id\":\"céline\",\"wishes\":[\"A\"],\"lottery\":1,\"number\":1,\"workshop\":\"A\"");
        assertThat(verify(written())).isZero();
    }

    @Test
    void refusesAResultThatWasTouched() throws IOException {
        allocate(WISHES, SEATS, "equite", "--seed", "graine");
        var result = written();
        for (var change : List.of(
                List.of("\"workshop\":\"C\"", "\"workshop\":\"A\""),
                List.of("\"rank\":2", "\"rank\":1"),
                List.of("\"number\":1", "\"number\":2"),
                List.of("\"seats\":2", "\"seats\":3"),
                List.of("\"price\":0", "\"price\":1"),
                List.of("\"none\":0", "\"none\":1"),
                List.of("\"gain\":[0", "\"gain\":[1"),
                List.of("\"base\":", "\"base\":1"),
                List.of("\"costs\":[0", "\"costs\":[1"),
                List.of("\"value\":", "\"value\":1"),
                List.of("\"dual\":", "\"dual\":1"),
                List.of("\"seed\":\"graine\"", "\"seed\":\"autre\""),
                List.of("\"rule\":\"equite\"", "\"rule\":\"premiers\""),
                List.of("\"wishes\":[\"A\",\"B\"]", "\"wishes\":[\"B\",\"A\"]"),
                List.of("]}\n", "]}}\n"),
                List.of("\"format\":\"preau-allocation-1\",", ""))) {
            assertThat(result).as("%s", change).contains(change.getFirst());
            assertThat(verify(result.replace(change.getFirst(), change.getLast())))
                    .as("%s", change)
                    .isEqualTo(1);
        }
    }

    @Test
    void withholdsOneComponentAndAcceptsTheOthers() throws IOException {
        allocate(
                "participant;wishes\na;A|B\nb;A\nc;C|D\nd;C\n",
                "workshop;seats\nA;1\nB;1\nC;1\nD;1\n",
                "equite",
                "--seed",
                "graine");
        assertThat(verify(written())).isZero();
        assertThat(verify(written().replace("\"workshop\":\"D\",\"rank\":2", "\"workshop\":null,\"rank\":null")))
                .isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Composante 2 (C, D ; 2 personnes) retenue")
                .contains("1 composante sur 2 sans erreur");
    }

    @Test
    void takesTheSameNameWrittenOtherwiseForTheSameName() throws IOException {
        var composed = "participant;vœu 1\nNo\u00ebl;Id\u00e9es\u00a0neuves\n";
        var seats = "atelier;places\nIde\u0301es neuves;1\n";

        assertThat(allocate(composed, seats, "equite", "--seed", "graine"))
                .as(err())
                .isZero();
        assertThat(allocate(composed + "Noe\u0308l;Id\u00e9es neuves\n", seats, "equite", "--seed", "graine"))
                .isEqualTo(1);
        assertThat(err()).contains("est déjà à la ligne 2");
    }

    @Test
    void saysInOneLineWhatItWrote() throws IOException {
        allocate(WISHES, SEATS, "equite", "--seed", "graine");

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("3 personnes")
                .contains("au vœu 1")
                .contains("0 sans place");
    }

    @Test
    void namesTheFileThatIsWrong() throws IOException {
        var wishes = folder.resolve("w.csv");
        var seats = Files.writeString(folder.resolve("s.csv"), SEATS);
        Files.write(wishes, WISHES.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(run(
                        "allocate",
                        "--wishes",
                        wishes.toString(),
                        "--seats",
                        seats.toString(),
                        "--rule",
                        "equite",
                        "--seed",
                        "g"))
                .isEqualTo(1);
        assertThat(err()).contains("w.csv").contains("UTF-8");
        Files.writeString(wishes, WISHES);
        assertThat(run(
                        "allocate",
                        "--wishes",
                        wishes.toString(),
                        "--seats",
                        seats.toString(),
                        "--rule",
                        "equite",
                        "--seed",
                        "g",
                        "--out",
                        folder.resolve("absent/r.json").toString()))
                .isEqualTo(1);
        assertThat(err()).contains("absent » n’existe pas").doesNotContain("partial");
    }

    @Test
    void helps() throws IOException {
        assertThat(run("allocate", "--help")).isZero();
        assertThat(run("verify-allocation", "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--wishes").contains("verify-allocation");
    }

    @Test
    void readsAResultWhoseFieldsAreInAnotherOrder() throws IOException {
        allocate(WISHES, SEATS, "equite", "--seed", "graine");
        var result = written();
        var workshops = result.substring(result.indexOf("\"workshops\""), result.indexOf("\"participants\"") - 2);
        var participants = result.substring(result.indexOf("\"participants\""), result.lastIndexOf('}'));
        assertThat(verify(result.replace(workshops, "§")
                        .replace(participants, workshops)
                        .replace("§", participants)))
                .isZero();
    }

    private int allocate(
            String head, List<String> wishes, String seatsHead, List<String> seats, String rule, String seed)
            throws IOException {
        return allocate(
                head + "\n" + String.join("\n", wishes),
                seatsHead + "\n" + String.join("\n", seats),
                rule,
                "--seed",
                seed);
    }

    private int allocate(String wishes, String seats, String rule, String... more) throws IOException {
        err.reset();
        var arguments = new ArrayList<>(List.of(
                "--wishes",
                        Files.writeString(folder.resolve("wishes.csv"), wishes).toString(),
                "--seats", Files.writeString(folder.resolve("seats.csv"), seats).toString(),
                "--rule", rule,
                "--out", folder.resolve("result.json").toString()));
        arguments.addAll(Arrays.asList(more));
        return run("allocate", arguments.toArray(String[]::new));
    }

    private int verify(String result) throws IOException {
        out.reset();
        return run(
                "verify-allocation",
                Files.writeString(folder.resolve("claim.json"), result).toString());
    }

    private int run(String command, String... arguments) {
        return Audit.run(
                command,
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String written() throws IOException {
        return Files.readString(folder.resolve("result.json"));
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
