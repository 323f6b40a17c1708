package fr.preau.synthesis;

import fr.preau.account.PersonId;
import java.util.UUID;

/// Items that say the same in someone's eyes, under the words they chose. Reversible; it counts nothing and moves no
/// support.
record Grouping(UUID id, String label, PersonId madeBy, int size) {}
