package fr.preau.territory;

import java.util.Collection;
import java.util.Set;

/// Who refers to schools: a bean of each module that keeps their UAI. A school somebody refers to does not leave the
/// directory when the import that brought it is taken back.
public interface SchoolReferences {
    /// Those of these schools that the module refers to.
    Set<Uai> among(Collection<Uai> schools);
}
