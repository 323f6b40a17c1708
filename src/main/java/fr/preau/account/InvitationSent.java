package fr.preau.account;

/// Someone is invited to a role: `what` names it and its place, in French (« coordinateur ou coordinatrice – Toulouse
/// (académie) »); `link` is for this address only.
public record InvitationSent(String mail, String what, String invitedBy, String link) {}
