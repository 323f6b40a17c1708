package fr.preau.event;

/// A published event will not take place: all its sessions are cancelled.
public record EventCancelled(EventId event, String title, String reason) {}
