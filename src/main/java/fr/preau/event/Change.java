package fr.preau.event;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a new version of a published event changes, and whether moderators must read it again.
///
/// They must when it changes what people decided on: title, description, kind, format, audience, place, départements,
/// the date or hours of a session, the image; or when an accessibility once announced is taken away. They need not
/// for the rest: contact, link, practical instructions, speakers, seats, words for the image, one more accessibility,
/// an image taken off. A title counts as the same while it differs by at most two letters, accents, case and
/// punctuation left aside, and has the same figures: a spelling mistake corrected is not a new event.
enum Change {
    NONE,
    COSMETIC,
    SUBSTANTIAL;

    private static final int TYPO = 2;

    private static final List<BiPredicate<EventContent, EventContent>> TO_READ_AGAIN = List.of(
            (before, after) -> !isSameTitle(before.title(), after.title()),
            differs(EventContent::description),
            differs(EventContent::kind),
            differs(EventContent::format),
            differs(EventContent::audience),
            differs(EventContent::place),
            differs(EventContent::departements),
            (before, after) -> !after.accessibility().containsAll(before.accessibility()),
            (before, after) -> isNewImage(before.picture(), after.picture()),
            (before, after) -> !isSameCalendar(before.sessions(), after.sessions()));

    static Change between(EventContent before, EventContent after) {
        if (before.equals(after)) {
            return NONE;
        }
        return TO_READ_AGAIN.stream().anyMatch(rule -> rule.test(before, after)) ? SUBSTANTIAL : COSMETIC;
    }

    private static BiPredicate<EventContent, EventContent> differs(Function<EventContent, @Nullable Object> part) {
        return (before, after) -> !Objects.equals(part.apply(before), part.apply(after));
    }

    static boolean isSameTitle(String before, String after) {
        var one = folded(before);
        var other = folded(after);
        return figures(one).equals(figures(other)) && distance(one, other) <= TYPO;
    }

    private static boolean isNewImage(EventContent.@Nullable Picture before, EventContent.@Nullable Picture after) {
        return after != null && (before == null || !before.id().equals(after.id()));
    }

    private static boolean isSameCalendar(List<EventContent.Slot> before, List<EventContent.Slot> after) {
        Map<UUID, EventContent.Slot> known = new HashMap<>();
        before.forEach(slot -> known.put(slot.id(), slot));
        return before.size() == after.size()
                && after.stream()
                        .allMatch(slot ->
                                known.containsKey(slot.id()) && slot.isWhen(known.getOrDefault(slot.id(), slot)));
    }

    private static String folded(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.FRENCH)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private static String figures(String words) {
        return words.replaceAll("\\P{N}", "");
    }

    /// Letters to change, add or take off to go from one to the other (Levenshtein).
    private static int distance(String one, String other) {
        var costs = new int[other.length() + 1];
        for (int j = 0; j < costs.length; j++) {
            costs[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = costs[0];
            costs[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = costs[j];
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                costs[j] = Math.min(Math.min(costs[j] + 1, costs[j - 1] + 1), diagonal + same);
                diagonal = above;
            }
        }
        return costs[other.length()];
    }
}
