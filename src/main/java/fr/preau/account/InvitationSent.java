package fr.preau.account;

/// Someone is invited to a role: `what` says which and where, in French, ready to follow « vous invite à devenir »;
/// `link` is for this address only.
public record InvitationSent(String mail, String what, String invitedBy, String link) {}
