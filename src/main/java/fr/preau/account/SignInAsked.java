package fr.preau.account;

import java.time.Instant;

/// Someone asked for a link to sign in with this address. The link is a secret of whoever reads this mailbox.
public record SignInAsked(String mail, String link, Instant until) {}
