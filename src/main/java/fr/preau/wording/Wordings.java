package fr.preau.wording;

import fr.preau.wording.Basis.Method;
import fr.preau.wording.Difference.Kind;
import fr.preau.wording.Difference.Step;
import fr.preau.wording.Likeness.Different;
import fr.preau.wording.Likeness.NearCopy;
import fr.preau.wording.Likeness.PossiblyOpposed;
import fr.preau.wording.Likeness.Same;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Comparisons of texts by their words. Pure: the same texts give the same answers; only the day on them changes.
///
/// It knows copies, near copies and shared words. It does not know paraphrase, agreement or themes, and nothing here
/// pretends to.
@Component
public class Wordings {
    private static final double CLOSE_IN_CHARACTERS = 0.5;
    private static final double CLOSE_IN_WORDS = 0.6;

    private final Clock clock;

    Wordings(Clock clock) {
        this.clock = clock;
    }

    /// Equal for two texts made of the same words in the same order.
    public String key(String text) {
        var key = Words.of(text).key();
        return key.isEmpty() ? text.strip() : key;
    }

    public Likeness compare(String one, String other) {
        if (key(one).equals(key(other))) {
            return new Same();
        }
        var oneWords = Words.of(one);
        var otherWords = Words.of(other);
        var steps = Difference.steps(oneWords, otherWords);
        if (shareOfWords(steps) < CLOSE_IN_WORDS
                && Grams.of(oneWords.key()).overlap(Grams.of(otherWords.key())) < CLOSE_IN_CHARACTERS) {
            return new Different();
        }
        return told(steps);
    }

    /// Texts of the same words, the first seen first; those that stand alone are in no group.
    public <T> List<Group<T>> groups(Collection<Said<T>> texts) {
        var basis = Method.SAME_WORDS.on(today());
        return byKey(texts).values().stream()
                .filter(group -> group.size() > 1)
                .map(group -> new Group<>(group.stream().map(Said::id).toList(), basis))
                .toList();
    }

    /// Pairs of different texts that share most of their characters: near copies, and those that may be opposed. Fifty
    /// thousand texts take some seconds: outside a request.
    public <T> List<Pair<T>> pairs(Collection<Said<T>> texts) {
        var basis = Method.NEAR_COPIES.on(today());
        var keys = byKey(texts);
        var first = keys.values().stream().map(List::getFirst).toList();
        var grams = keys.keySet().stream().map(Grams::of).toList();
        var pairs = new ArrayList<Pair<T>>();
        for (var candidate : Candidates.among(grams)) {
            int i = (int) (candidate >>> 32);
            int j = (int) candidate;
            if (grams.get(i).overlap(grams.get(j)) >= CLOSE_IN_CHARACTERS) {
                var likeness = compare(first.get(i).text(), first.get(j).text());
                pairs.add(new Pair<>(first.get(i).id(), first.get(j).id(), likeness, basis));
            }
        }
        return pairs;
    }

    /// An empty index of texts to find those that share words with another; see [RelatedTexts].
    public RelatedTexts relatedTexts() {
        return new RelatedTexts(clock);
    }

    private <T> Map<String, List<Said<T>>> byKey(Collection<Said<T>> texts) {
        var byKey = new LinkedHashMap<String, List<Said<T>>>();
        texts.forEach(text ->
                byKey.computeIfAbsent(key(text.text()), _ -> new ArrayList<>()).add(text));
        return byKey;
    }

    private static Likeness told(List<Step> steps) {
        var doubts = Doubts.in(steps);
        var difference = Difference.of(steps);
        return doubts.isEmpty() ? new NearCopy(difference) : new PossiblyOpposed(difference, doubts);
    }

    private static double shareOfWords(List<Step> steps) {
        var same = steps.stream().filter(step -> step.kind() == Kind.SAME).count();
        return steps.isEmpty() ? 0 : 2.0 * same / (steps.size() + same);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
