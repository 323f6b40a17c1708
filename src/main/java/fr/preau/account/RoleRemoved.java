package fr.preau.account;

/// Someone no longer has a role: `what` names it and its place, in French.
public record RoleRemoved(String mail, String what) {}
