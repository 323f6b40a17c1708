package fr.preau.registration;

import fr.preau.programme.EditionId;
import fr.preau.programme.EditionUse;
import fr.preau.web.French;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Whoever waited for registrations to open keeps the edition.
@Component
class EditionRoom implements EditionUse {
    private final RoomRepository rooms;

    EditionRoom(RoomRepository rooms) {
        this.rooms = rooms;
    }

    @Override
    public Optional<String> of(EditionId edition) {
        var count = rooms.countIn(edition);
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        French.count(count, "salle d'attente où l'on est venu", "salles d'attente où l'on est venu"));
    }
}
