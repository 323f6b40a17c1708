package fr.preau.account;

/// Someone now has a role: `what` names it and its place, in French (« coordinateur, académie de Toulouse »).
public record RoleGranted(String mail, String what) {}
