package fr.preau.contribution;

import java.time.LocalDate;

/// Why a contribution can be read no more, in the words its page shows for ever.
record Tombstone(MaskReason reason, String sentence, LocalDate day) {}
