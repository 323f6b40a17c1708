package fr.preau.account;

/// Someone wants `mail` to be the address of their account. The link is a secret of whoever reads this mailbox.
public record AddressChangeAsked(String mail, String link) {}
