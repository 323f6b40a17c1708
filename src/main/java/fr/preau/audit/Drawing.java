package fr.preau.audit;

import org.jspecify.annotations.Nullable;

/// Where the numbers of a draw come from.
///
/// @param seed empty when there is none
/// @param publicValue the announced value the seed was made from, if it was
/// @param hash of the frozen instance
/// @param numbers given to each participant, when they are not drawn
@SuppressWarnings("ArrayRecordComponent") // never compared
record Drawing(
        String seed, @Nullable String publicValue, @Nullable String hash, long @Nullable [] numbers) {}
