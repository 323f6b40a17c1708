package fr.preau.synthesis;

/// One thing a synthesis says, in its latest version. `frozen`: this version was validated, so a change makes another.
record Statement(
        StatementId id,
        SynthesisId synthesis,
        int position,
        int version,
        StatementKind kind,
        String text,
        boolean ownAddition,
        boolean frozen,
        boolean removed,
        int lock) {}
