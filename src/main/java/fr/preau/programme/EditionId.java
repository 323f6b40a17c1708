package fr.preau.programme;

import java.util.UUID;

/// One edition of a programme.
public record EditionId(UUID value) {}
