package fr.preau.event;

/// Seats of a session that people wait for may be free now: someone gave them back, or its organiser raised their
/// number or changed the policy of the list. Heard in the transaction that did it, which holds the session's row.
public record SeatsFreed(SessionId session, EventId event) {}
