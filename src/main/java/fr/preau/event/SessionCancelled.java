package fr.preau.event;

/// One session will not take place; the event's others do.
public record SessionCancelled(SessionId session, EventId event, String reason) {}
