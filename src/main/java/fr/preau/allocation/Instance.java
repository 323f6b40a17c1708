package fr.preau.allocation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// What is to be decided, frozen: participants with their category and ranked wishes, workshops with their seats.
/// Participants and workshops are named by their place here, from 0; a rank is counted from 0 too.
///
/// Made for a million participants: wishes are one array of numbers.
public final class Instance {
    /// The category of someone who has none.
    public static final int NO_CATEGORY = -1;

    private final List<Workshop> workshops;
    private final List<String> categories;
    private final List<String> participants;
    private final int[] category;
    private final int[] first;
    private final int[] wishes;
    private final BitSet secured;
    private final Map<Integer, Integer> fallback;
    private final int longest;

    private Instance(Builder built) {
        workshops = List.copyOf(built.workshops);
        categories = List.copyOf(built.categories);
        participants = Collections.unmodifiableList(built.participants);
        category = built.category.trimmed();
        first = built.first.trimmed();
        wishes = built.wishes.trimmed();
        secured = built.secured;
        fallback = built.fallback;
        longest = built.longest;
    }

    public static Builder of(List<Workshop> workshops) {
        return new Builder(workshops);
    }

    public List<Workshop> workshops() {
        return workshops;
    }

    public List<String> categories() {
        return categories;
    }

    /// How many there are.
    public int participants() {
        return participants.size();
    }

    public String participant(int person) {
        return participants.get(person);
    }

    /// The place of a person's category in [#categories], or [#NO_CATEGORY].
    public int category(int person) {
        return category[person];
    }

    /// How many workshops a person listed.
    public int wishes(int person) {
        return first[person + 1] - first[person];
    }

    public int wish(int person, int rank) {
        return wishes[first[person] + rank];
    }

    /// Length of the longest list: the number of ranks.
    public int ranks() {
        return longest;
    }

    /// Whether a person must end on one of their wishes: they held it before, and others' withdrawals take nothing
    /// away.
    public boolean secured(int person) {
        return secured.get(person);
    }

    boolean anySecured() {
        return !secured.isEmpty();
    }

    /// The workshop a person held before without having asked for it, which they keep if there is nothing better, or
    /// -1.
    public int fallback(int person) {
        return secured.get(person) ? fallback.getOrDefault(person, -1) : -1;
    }

    public boolean keepsSeats() {
        return workshops.stream().anyMatch(workshop -> workshop.open() < workshop.seats());
    }

    /// Seats of a workshop kept for a category.
    public int kept(int workshop, int ofCategory) {
        return ofCategory == NO_CATEGORY ? 0 : workshops.get(workshop).keptFor(categories.get(ofCategory));
    }

    /// The order of ids wherever one is needed: that of their UTF-8 bytes.
    public static Comparator<String> idOrder() {
        return Ids::compare;
    }

    /// Takes participants one by one.
    public static final class Builder {
        private final List<Workshop> workshops;
        private final List<String> categories = new ArrayList<>();
        private final List<String> participants = new ArrayList<>();
        private final IntList category = new IntList();
        private final IntList first = new IntList();
        private final IntList wishes = new IntList();
        private final BitSet secured = new BitSet();
        private final Map<Integer, Integer> fallback = new HashMap<>();
        private final int[] seenBy;
        private int longest;

        private Builder(List<Workshop> workshops) {
            this.workshops = workshops;
            if (new HashSet<>(workshops.stream().map(Workshop::id).toList()).size() < workshops.size()) {
                throw new IllegalArgumentException("a workshop is there twice");
            }
            workshops.stream().flatMap(each -> each.kept().keySet().stream()).forEach(this::placeOf);
            Collections.sort(categories);
            seenBy = new int[workshops.size()];
            first.add(0);
        }

        /// Adds a participant without category. Ids must differ: the caller sees to it.
        public Builder add(String id, int... ranked) {
            return add(id, "", ranked);
        }

        /// Adds a participant.
        ///
        /// @param ofCategory empty when the person has none
        /// @param ranked workshops by their place in the list, best first, each at most once
        public Builder add(String id, String ofCategory, int... ranked) {
            participants.add(id);
            category.add(ofCategory.isEmpty() ? NO_CATEGORY : placeOf(ofCategory));
            for (var workshop : ranked) {
                if (seenBy[workshop] == participants.size()) {
                    throw new IllegalArgumentException("a workshop is wished for twice");
                }
                seenBy[workshop] = participants.size();
                wishes.add(workshop);
            }
            first.add(wishes.size());
            longest = Math.max(longest, ranked.length);
            return this;
        }

        /// The person last added held a seat before: they keep one at least as good.
        public Builder secure() {
            secured.set(participants.size() - 1);
            return this;
        }

        /// The person last added held a seat in a workshop they had not asked for.
        public Builder fallback(int workshop) {
            fallback.put(participants.size() - 1, workshop);
            return secure();
        }

        /// Ranks count up to here even when every list is shorter.
        public Builder ranks(int atLeast) {
            longest = Math.max(longest, atLeast);
            return this;
        }

        public Instance build() {
            return new Instance(this);
        }

        private int placeOf(String name) {
            var place = categories.indexOf(name);
            if (place < 0) {
                categories.add(name);
                return categories.size() - 1;
            }
            return place;
        }
    }
}
