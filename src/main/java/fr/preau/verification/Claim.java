package fr.preau.verification;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A result as it was published: what was asked, and what is said to be the answer. Nothing of it is believed.
///
/// @param rule `tirage`, `equite` or `premiers`
/// @param seed what the draw was made from; null when the numbers were given
/// @param publicValue the announced value the seed is said to come from, null when it was chosen otherwise
/// @param instanceHash under which the instance is said to have been frozen, null when it was not
/// @param ranks how many ranks are counted
/// @param base of the costs, and all below that is a number without bound, null under `tirage`
/// @param costs of each rank, then of no seat
/// @param value what the seating is said to cost
/// @param dual what the prices are said to prove
/// @param profile people at each rank, then those seated elsewhere, then those without a seat
public record Claim(
        String rule,
        @Nullable String seed,
        @Nullable String publicValue,
        @Nullable String instanceHash,
        int ranks,
        @Nullable BigInteger base,
        List<BigInteger> costs,
        @Nullable BigInteger value,
        @Nullable BigInteger dual,
        List<Integer> profile,
        List<Offer> offers,
        People people) {
    /// A workshop.
    ///
    /// @param price of an open seat, null under `tirage`
    /// @param keptPrices of the seats kept for a category
    /// @param gain what the price is said to mean in people, empty under `tirage`
    public record Offer(
            String id,
            int seats,
            Map<String, Integer> kept,
            @Nullable BigInteger price,
            Map<String, BigInteger> keptPrices,
            List<Integer> gain) {}

    /// Those who asked, as columns: a million of them fit.
    public static final class People {
        final List<String> ids;
        final List<String> categories = new ArrayList<>(List.of(""));
        int[] category = {};
        int[] first = {0};
        int[] wishes;
        int[] number = {};
        int[] workshop = {};
        int[] rank = {};
        byte[] flags = {};
        long[] given = {};
        int[] fallback = {};

        public People() {
            this(0, 0);
        }

        /// As many as are expected, with as many wishes in all: none is copied to make room for the next.
        public People(int expected, int wishes) {
            ids = new ArrayList<>(expected);
            grow(expected);
            this.wishes = new int[wishes];
        }

        /// One line of the result.
        ///
        /// @param category empty for none
        /// @param number in the draw, from 1
        /// @param workshop by its place among the offers, or -1
        /// @param rank of that wish, from 0, or -1
        /// @param completed whether they are said to sit where they had not asked to
        /// @param secured whether they must not lose what they held before
        /// @param fallback the workshop they held before without having asked for it, or -1
        /// @param given the number they were given for the draw, 0 when it is drawn from the seed
        public record Line(
                String id,
                String category,
                int number,
                int workshop,
                int rank,
                boolean completed,
                boolean secured,
                int fallback,
                long given) {}

        /// Adds a line, and the workshops wished for by their place among the offers, best first.
        public void add(Line line, int... wished) {
            var person = ids.size();
            if (person == category.length) {
                grow(person + (person >> 1) + 16);
            }
            ids.add(line.id());
            category[person] = placeOf(line.category());
            number[person] = line.number();
            workshop[person] = line.workshop();
            rank[person] = line.rank();
            flags[person] = (byte) ((line.completed() ? 1 : 0) | (line.secured() ? 2 : 0));
            given[person] = line.given();
            fallback[person] = line.fallback();
            var from = first[person];
            if (from + wished.length > wishes.length) {
                wishes = Arrays.copyOf(wishes, wishes.length + (wishes.length >> 1) + wished.length + 16);
            }
            System.arraycopy(wished, 0, wishes, from, wished.length);
            first[person + 1] = from + wished.length;
        }

        private void grow(int capacity) {
            category = Arrays.copyOf(category, capacity);
            first = Arrays.copyOf(first, capacity + 1);
            number = Arrays.copyOf(number, capacity);
            workshop = Arrays.copyOf(workshop, capacity);
            rank = Arrays.copyOf(rank, capacity);
            flags = Arrays.copyOf(flags, capacity);
            given = Arrays.copyOf(given, capacity);
            fallback = Arrays.copyOf(fallback, capacity);
        }

        int placeOf(String name) {
            var known = categories.indexOf(name);
            if (known < 0) {
                categories.add(name);
                return categories.size() - 1;
            }
            return known;
        }

        /// How many there are.
        public int count() {
            return ids.size();
        }

        int wishes(int person) {
            return first[person + 1] - first[person];
        }

        int wish(int person, int at) {
            return wishes[first[person] + at];
        }

        boolean completed(int person) {
            return (flags[person] & 1) != 0;
        }

        boolean secured(int person) {
            return (flags[person] & 2) != 0;
        }
    }
}
