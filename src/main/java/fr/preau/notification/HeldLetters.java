package fr.preau.notification;

import fr.preau.account.AdministrationJournal;
import fr.preau.account.Viewer;
import fr.preau.backup.RestoredCopy;
import fr.preau.backup.RestoredCopy.Held;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The letters of a restored copy, until a pilot lets them leave.
@Service
class HeldLetters {
    private final RestoredCopy copy;
    private final AdministrationJournal journal;

    HeldLetters(RestoredCopy copy, AdministrationJournal journal) {
        this.copy = copy;
        this.journal = journal;
    }

    Optional<Held> find() {
        return copy.held();
    }

    /// False when nothing held them any more: another pilot was quicker.
    @Transactional
    boolean release(Viewer viewer) {
        var released = copy.release();
        if (released) {
            journal.write(viewer, "laisse partir les courriels", "copie restaurée d'une sauvegarde", "");
        }
        return released;
    }
}
