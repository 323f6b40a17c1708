package fr.preau.showcase;

import java.util.UUID;

/// A team's project.
public record ProjectId(UUID value) {}
