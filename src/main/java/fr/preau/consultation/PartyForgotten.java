package fr.preau.consultation;

import java.util.UUID;

/// Everything that said who a party is was erased: its address, the names, the needs, and its link. What was
/// written to them must go too.
public record PartyForgotten(UUID party, SessionId session, String mail) {}
