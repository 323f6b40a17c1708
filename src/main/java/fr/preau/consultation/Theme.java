package fr.preau.consultation;

/// What a workshop, a contribution and a synthesis speak of. The code never changes.
public record Theme(String code, String name) {}
