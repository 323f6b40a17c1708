package fr.preau.wording;

import fr.preau.wording.Difference.Kind;
import fr.preau.wording.Difference.Step;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Whether what differs between two close texts may reverse what they say.
///
/// No list holds every pair of contraries. So the rule is turned round: a difference is harmless only when it is an
/// article, a slip of the pen, or the same letters spaced otherwise; whatever else changes is a doubt.
final class Doubts {
    /// Words that come and go without changing what is said.
    private static final Set<String> EMPTY = Set.of(
            "le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "aussi", "donc", "alors", "euh", "bonjour",
            "merci", "svp");

    private final Set<Doubt> found = EnumSet.noneOf(Doubt.class);

    private Doubts() {}

    static List<Doubt> in(List<Step> steps) {
        var doubts = new Doubts();
        doubts.readWords(steps);
        var gone = new ArrayList<String>();
        var young = new ArrayList<String>();
        for (var step : steps) {
            switch (step.kind()) {
                case GONE -> gone.add(step.word().folded());
                case NEW -> young.add(step.word().folded());
                case SAME -> doubts.readPlace(gone, young);
            }
        }
        doubts.readPlace(gone, young);
        return List.copyOf(doubts.found);
    }

    private void readWords(List<Step> steps) {
        var gone = foldedWords(steps, Kind.GONE);
        var young = foldedWords(steps, Kind.NEW);
        var changed = new HashSet<>(gone);
        changed.addAll(young);
        for (var word : changed) {
            if (Polarity.FRENCH.isNegation(word)) {
                found.add(Doubt.NEGATION);
            } else if (Polarity.FRENCH.isOpposite(word)) {
                found.add(Doubt.OPPOSITE);
            } else if (!word.chars().allMatch(Character::isLetter)) {
                found.add(Doubt.FIGURE);
            } else if (gone.contains(word) && young.contains(word) && !EMPTY.contains(word)) {
                found.add(Doubt.ORDER);
            }
        }
    }

    private static Set<String> foldedWords(List<Step> steps, Kind kind) {
        var words = new HashSet<String>();
        steps.stream()
                .filter(step -> step.kind() == kind)
                .forEach(step -> words.add(step.word().folded()));
        return words;
    }

    private static boolean isHarmlessOrNamed(String word) {
        return EMPTY.contains(word)
                || Polarity.FRENCH.isNegation(word)
                || Polarity.FRENCH.isOpposite(word)
                || !word.chars().allMatch(Character::isLetter);
    }

    /// What was there and what stands instead, between two words that both texts have; emptied for the next place.
    private void readPlace(List<String> gone, List<String> young) {
        if (!String.join("", gone).equals(String.join("", young))) {
            young.removeIf(word -> gone.stream()
                    .filter(other -> Slip.between(word, other))
                    .findFirst()
                    .map(gone::remove)
                    .orElse(false));
            gone.removeIf(Doubts::isHarmlessOrNamed);
            young.removeIf(Doubts::isHarmlessOrNamed);
            if (!gone.isEmpty() || !young.isEmpty()) {
                found.add(Doubt.OTHER_WORDS);
            }
        }
        gone.clear();
        young.clear();
    }
}
