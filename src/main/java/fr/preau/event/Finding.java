package fr.preau.event;

/// Something a moderator should look at, found by a rule: a hint, never a decision.
record Finding(String rule, String sentence) {}
