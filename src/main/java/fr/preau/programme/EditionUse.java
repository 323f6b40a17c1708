package fr.preau.programme;

import java.util.Optional;

/// What a module keeps that refers to an edition: while there is any, the edition is not deleted.
@FunctionalInterface
public interface EditionUse {
    /// In words, « 3 événements »; empty when nothing refers to it.
    Optional<String> of(EditionId edition);
}
