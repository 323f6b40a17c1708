package fr.preau.account;

import java.time.LocalDate;

/// Nobody signed in with this address for nearly two years: the account goes after `until`, unless someone does.
public record AccountUnused(String mail, LocalDate until) {}
