package fr.preau.event;

/// An organiser asks for a version to be published: moderators have something to read.
public record EventSubmitted(EventId event, String title) {}
