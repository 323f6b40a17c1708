package fr.preau.account;

/// An account is gone, with its roles: removed by its owner, or unused for two years. Published in the transaction that
/// removes it, so that each module forgets the name where it copied it. `mail` is the address it had.
public record AccountRemoved(PersonId person, String mail) {}
