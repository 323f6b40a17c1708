package fr.preau.school;

import fr.preau.programme.EditionId;
import fr.preau.territory.Uai;
import java.time.Instant;

/// A head took an edition out of the school's yearly programme. Published in the transaction that stores it.
public record SchoolWithdrew(EditionId edition, Uai school, Instant at) {}
