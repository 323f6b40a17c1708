package fr.preau.programme;

import fr.preau.account.AdministrationJournal;
import fr.preau.account.Viewer;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Deleting an edition, which one may while nothing refers to it.
@Service
class EditionRemoval {
    private final EditionRepository editions;
    private final Editions known;
    private final List<EditionUse> uses;
    private final AdministrationJournal journal;

    EditionRemoval(EditionRepository editions, Editions known, List<EditionUse> uses, AdministrationJournal journal) {
        this.editions = editions;
        this.known = known;
        this.uses = uses;
        this.journal = journal;
    }

    enum Removal {
        DONE,
        USED,
        ALREADY_GONE
    }

    /// What refers to it, in words: « 3 événements ».
    List<String> usesOf(EditionId edition) {
        return uses.stream().flatMap(use -> use.of(edition).stream()).toList();
    }

    @Transactional
    Removal remove(Viewer viewer, EditionId id) {
        // Locked before it is counted: whoever refers to it anew waits, then finds it gone.
        var row = editions.lock(id);
        if (row.isEmpty()) {
            return Removal.ALREADY_GONE;
        }
        if (!usesOf(id).isEmpty()) {
            return Removal.USED;
        }
        editions.delete(id);
        known.forget(id);
        journal.write(viewer, "supprime l'édition", row.get().edition().name(), "");
        return Removal.DONE;
    }
}
