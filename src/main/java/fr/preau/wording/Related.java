package fr.preau.wording;

/// A text that shares telling words with another. `score` only orders the answers to one question; it is no measure of
/// agreement.
public record Related(String id, float score, Basis basis) {}
