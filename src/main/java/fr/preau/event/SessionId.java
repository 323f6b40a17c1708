package fr.preau.event;

import java.util.UUID;

/// One session of an event: the same id from version to version, since people register to it.
public record SessionId(UUID value) {}
