package fr.preau.synthesis;

import fr.preau.account.PersonId;
import java.util.UUID;

/// Who writes to which synthesis, by which form: the same form twice is one act.
record Act(SynthesisId synthesis, UUID form, PersonId by) {}
