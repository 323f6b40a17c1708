package fr.preau.wording;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.wording.Difference.Kind;
import fr.preau.wording.Likeness.Different;
import fr.preau.wording.Likeness.NearCopy;
import fr.preau.wording.Likeness.PossiblyOpposed;
import fr.preau.wording.Likeness.Same;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingsUnitTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    private final Wordings wordings = new Wordings(Clock.fixed(Instant.parse("2026-11-26T09:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Il faut une tablette par élève. | IL FAUT  UNE TABLETTE PAR ELEVE
            Je ne suis pas d’accord         | je ne suis pas d'accord !
            L’élève n’a pas d’ordinateur    | l'eleve n'a pas d'ordinateur
            Le cœur du métier               | le coeur du metier
            """)
    void saysSameWhateverCaseAccentsSpacesAndApostrophes(String one, String other) {
        assertThat(wordings.compare(one, other)).isEqualTo(new Same());
        assertThat(wordings.key(one)).isEqualTo(wordings.key(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Je suis pour | Je ne suis pas pour
            Je suis pour donner une tablette à chaque élève | Je ne suis pas pour donner une tablette à chaque élève
            Je suis pour donner une tablette à chaque élève | Je suis pas pour donner une tablette à chaque élève
            Il faut généraliser les manuels numériques | Il ne faut pas généraliser les manuels numériques
            Il faut généraliser les manuels numériques | Il n’faut pas généraliser les manuels numériques
            C'est utile pour les élèves | Ce n’est pas utile pour les élèves
            C'est utile pour les élèves | C'est inutile pour les élèves
            Interdire le téléphone au lycée | Autoriser le téléphone au lycée
            Supprimer les notes au collège | Maintenir les notes au collège
            Augmenter le temps devant les écrans | Réduire le temps devant les écrans
            Le numérique doit être obligatoire en seconde | Le numérique doit être facultatif en seconde
            Plus de tablettes dans les classes | Moins de tablettes dans les classes
            + de tablettes dans les classes | - de tablettes dans les classes
            Avec un professeur dans la salle informatique | Sans un professeur dans la salle informatique
            Nous sommes pour le wifi dans les classes | Nous sommes contre le wifi dans les classes
            Oui au téléphone en classe | Non au téléphone en classe
            Toujours demander l'accord des familles | Jamais demander l'accord des familles
            Tous les élèves ont un ordinateur | Aucun élève n'a d'ordinateur
            Remplacer les manuels par des tablettes | Remplacer les tablettes par des manuels
            La réforme est possible dès la rentrée | La réforme est impossible dès la rentrée
            Activer la reconnaissance faciale | Désactiver la reconnaissance faciale
            Les élèves sont favorables au projet | Les élèves sont défavorables au projet
            Ouvrir la salle informatique le midi | Fermer la salle informatique le midi
            Trois heures d'informatique par semaine | Six heures d'informatique par semaine
            3 heures d'informatique par semaine | 13 heures d'informatique par semaine
            Les élèves du lycée rural sont bien équipés | Les élèves du lycée urbain sont bien équipés
            Halte aux écrans à la maternelle | Priorité aux écrans à la maternelle
            Rendre le logiciel libre gratuit pour tous | Rendre le logiciel libre payant pour tous
            Les professeurs doivent utiliser l'ENT | Les professeurs peuvent utiliser l'ENT
            Le port de l'ordinateur est normal | Le port de l'ordinateur est anormal
            Le téléphone en classe 👍 | Le téléphone en classe 👎
            Le numérique, c'est bien pour apprendre | Le numérique, c'est mal pour apprendre
            On a besoin d'ordinateurs | On n'a pas besoin d'ordinateurs
            On a besoin d'ordinateurs | On n’a plus besoin d’ordinateurs
            Nul ne doit être filmé en classe | Chacun doit être filmé en classe
            Il y a trop d'écrans à l'école | Il n'y a pas assez d'écrans à l'école
            Nous acceptons la charte du lycée | Nous refusons la charte du lycée
            Encourager les filles à faire de la NSI | Décourager les filles à faire de la NSI
            """)
    void neverSaysOppositesAreTheSame(String one, String other) {
        assertThat(List.of(wordings.compare(one, other), wordings.compare(other, one)))
                .noneMatch(likeness -> likeness instanceof Same || likeness instanceof NearCopy);
    }

    @Test
    void namesWhatMayReverseTheMeaning() {
        assertThat(wordings.compare("Je suis pour", "Je ne suis pas pour"))
                .isInstanceOfSatisfying(PossiblyOpposed.class, found -> {
                    assertThat(found.doubts()).containsExactly(Doubt.NEGATION);
                    assertThat(found.difference().pieces())
                            .filteredOn(piece -> piece.kind() == Kind.NEW)
                            .extracting(piece -> piece.words().strip())
                            .containsExactly("ne", "pas");
                });
        assertThat(wordings.compare("Donner 3 tablettes par classe", "Donner 30 tablettes par classe"))
                .isInstanceOfSatisfying(
                        PossiblyOpposed.class,
                        found -> assertThat(found.doubts()).contains(Doubt.FIGURE));
        assertThat(wordings.compare(
                        "Remplacer les manuels par des tablettes", "Remplacer les tablettes par des manuels"))
                .isInstanceOfSatisfying(
                        PossiblyOpposed.class,
                        found -> assertThat(found.doubts()).contains(Doubt.ORDER));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Donner une tablette à chaque collégien du département | Donner une tablete à chaque collègien du département
            Former les enseignants aux outils numériques | Former des enseignant aux outils numérique
            Réparer le vidéo projecteur de la salle 12 | Réparer le vidéoprojecteur de la salle 12
            Les ordinateurs sont lents au démarrage | Bonjour, les ordinateurs sont lents au démarage, merci
            """)
    void proposesSlipsOfThePenAsNearCopies(String one, String other) {
        assertThat(wordings.compare(one, other)).isInstanceOf(NearCopy.class);
    }

    @Test
    void leavesTextsThatShareLittleApart() {
        assertThat(wordings.compare("Réparer le wifi du lycée", "Former tous les professeurs à la NSI"))
                .isInstanceOf(Different.class);
    }

    @Test
    void groupsTheSameWordsAndKeepsThoseThatNegateApart() {
        var groups = wordings.groups(List.of(
                new Said<>(1, "Je suis pour."),
                new Said<>(2, "Je ne suis pas pour."),
                new Said<>(3, "JE SUIS POUR"),
                new Said<>(4, "…"),
                new Said<>(5, "!")));

        assertThat(groups).singleElement().satisfies(group -> {
            assertThat(group.members()).containsExactly(1, 3);
            assertThat(group.basis()).isEqualTo(new Basis(Basis.Method.SAME_WORDS, 1, DAY));
        });
    }

    @Test
    void findsPlantedCopiesAndProposesNoPlantedOpposite() {
        var seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var texts = new ArrayList<Said<String>>();
        for (int i = 0; i < 300; i++) {
            var text = sentence(random, 40);
            texts.add(new Said<>("original " + i, text));
            texts.add(new Said<>("copy " + i, mistyped(text, random)));
            texts.add(new Said<>("opposite " + i, text.replaceFirst(" ", " ne pas ")));
        }

        var pairs = wordings.pairs(texts);

        var near = pairs.stream()
                .filter(pair -> pair.likeness() instanceof NearCopy)
                .toList();
        assertThat(near)
                .noneMatch(pair ->
                        pair.one().startsWith("opposite") || pair.other().startsWith("opposite"));
        assertThat(near.size()).isGreaterThan(290);
        assertThat(pairs)
                .allMatch(
                        pair -> pair.one().split(" ", -1)[1].equals(pair.other().split(" ", -1)[1]));
    }

    static String sentence(RandomGenerator random, int words) {
        return IntStream.range(0, words)
                .mapToObj(_ -> "k%sb"
                        .formatted(Integer.toString(random.nextInt(46_656, 1_679_616), 36))
                        .replaceAll("\\d", "z"))
                .collect(java.util.stream.Collectors.joining(" "));
    }

    private static String mistyped(String text, RandomGenerator random) {
        var words = text.split(" ", -1);
        var at = random.nextInt(words.length);
        words[at] = words[at].substring(0, 2) + "q" + words[at].substring(2);
        return String.join(" ", words);
    }
}
