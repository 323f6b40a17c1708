package fr.preau.account;

/// One thing a person can do, shown on « mon espace »: where it is, what it is called, one sentence about it.
public record Door(String href, String label, String about) {}
