package fr.preau.consultation;

import java.util.List;

/// Why a person has the seat they have: what they can check themselves, wish by wish.
record Reason(List<Line> lines) {
    /// One wish: what kept it from them, in one sentence.
    record Line(int rank, String workshop, boolean held, String sentence) {}
}
