package fr.preau.allocation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What "the best seating" means. The organiser chooses before wishes are asked for; `docs/allocation.md` says what
/// each is worth and how it can be gamed.
public enum Rule {
    /// Each in turn, in the order of the draw, takes the best of what is left; who finds nothing listed takes a seat
    /// elsewhere. The only rule under which telling the truth is always best.
    TIRAGE,
    /// As many people as possible on a wish of theirs; then as few as possible at the last wish, at the one before, …
    EQUITE,
    /// As many people as possible on a wish of theirs; then as many first wishes as possible, then second wishes, …
    PREMIERS;

    /// As written in files and commands: `tirage`, `equite`, `premiers`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Rule> of(String word) {
        return Arrays.stream(values()).filter(rule -> rule.word().equals(word)).findFirst();
    }

    /// Whether a workshop may keep seats for a category of participants.
    public boolean keepsSeats() {
        return this != PREMIERS;
    }

    /// Whether the result is the best of all seatings, which prices prove, rather than the outcome of turns.
    public boolean optimises() {
        return this != TIRAGE;
    }
}
