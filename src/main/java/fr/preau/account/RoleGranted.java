package fr.preau.account;

/// Someone now has a role: `what` names it and its place, in French (« enseignant ou enseignante – Lycée Gabriel Fauré,
/// Foix »).
public record RoleGranted(String mail, String what) {}
