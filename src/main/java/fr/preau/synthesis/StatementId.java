package fr.preau.synthesis;

import java.util.UUID;

/// One statement, whatever its versions.
record StatementId(UUID value) {}
