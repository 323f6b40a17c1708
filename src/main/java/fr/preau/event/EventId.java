package fr.preau.event;

import java.util.UUID;

/// An event, through all its versions.
public record EventId(UUID value) {}
