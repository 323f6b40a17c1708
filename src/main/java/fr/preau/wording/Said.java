package fr.preau.wording;

/// A text, and what the caller knows it by.
public record Said<T>(T id, String text) {}
