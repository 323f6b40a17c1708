package fr.preau.verification;

/// Something that is not as it should be.
///
/// @param part the component it is in, or -1 when it concerns the whole
/// @param subject the participant or workshop, empty for the whole
public record Fault(int part, Kind kind, String subject) {
    /// What can be wrong.
    public enum Kind {
        /// The rule is none of the three, or does not allow kept seats.
        RULE,
        /// Two participants or two workshops have one id.
        SAME_ID,
        /// A wish names no workshop, or one twice.
        WISHES,
        /// The number of ranks is not that of the longest list.
        RANKS,
        /// The instance is not the one its hash was published for.
        FROZEN,
        /// The seed does not come from the public value.
        SEED,
        /// The base or a cost is not that of the rule.
        COSTS,
        /// The number of the draw is not the one the seed gives.
        NUMBER,
        /// The seat is not at the rank stated, or not on the list, or not allowed by the rule.
        SEAT,
        /// More people than seats.
        CAPACITY,
        /// Somebody would be better off elsewhere, prices counted.
        BETTER_SEAT,
        /// A price is negative, missing, or on seats that are free.
        PRICE,
        /// The price proves the seating but is more than one more seat would gain.
        PRICE_NOT_SMALLEST,
        /// What the price is said to mean in people is not what it means.
        GAIN,
        /// Somebody later in the draw was served first.
        DRAW,
        /// The profile stated is not that of the seats.
        PROFILE,
        /// The value stated is not that of the seats, or that of the prices is another.
        VALUE
    }
}
