package fr.preau.allocation;

import java.util.List;

/// How many people got what.
///
/// @param byRank those on their first wish, on their second, …
/// @param completed those seated in a workshop they had not listed (only under [Rule#TIRAGE])
/// @param none those without a seat
public record Profile(List<Integer> byRank, int completed, int none) {
    public Profile {
        byRank = List.copyOf(byRank);
    }
}
