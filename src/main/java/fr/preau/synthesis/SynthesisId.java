package fr.preau.synthesis;

import java.util.UUID;

/// One level's synthesis of one theme in one territory.
record SynthesisId(UUID value) {}
