package fr.preau.school;

import fr.preau.programme.EditionId;
import fr.preau.territory.Uai;
import java.time.Instant;

/// A head put an edition in the school's yearly programme [SNSI A6]. Published in the transaction that stores it.
public record SchoolCommitted(EditionId edition, Uai school, Instant at) {}
