package fr.preau.territory;

import java.util.List;

/// What a file tells, a constant per thing told: [Columns] finds each by its header.
interface Column {
    /// The headers it was seen under, without accents, case, spaces and underscores; the first one present wins.
    List<String> aliases();

    /// Whether a cell may hold any words, separators included; the others have a shape that tells when cells have
    /// slipped.
    boolean isFree();
}
