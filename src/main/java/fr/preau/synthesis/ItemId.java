package fr.preau.synthesis;

import java.util.UUID;

record ItemId(UUID value) {}
