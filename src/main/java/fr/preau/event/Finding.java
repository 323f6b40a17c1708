package fr.preau.event;

/// Something to look at, found by a rule: a hint, never a decision. Its author reads it first, then the moderator;
/// `field` is the one of [EventForm] to go to.
record Finding(String rule, String field, String sentence) {}
