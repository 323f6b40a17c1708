package fr.preau.account;

/// An account has a new address, confirmed from its mailbox.
public record AddressChanged(PersonId person, String before, String after) {}
