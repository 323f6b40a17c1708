package fr.preau.event;

import fr.preau.programme.EditionId;
import fr.preau.programme.EditionUse;
import fr.preau.web.French;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Events keep their edition, drafts and refused ones too.
@Component
class EditionEvents implements EditionUse {
    private final EventRepository events;

    EditionEvents(EventRepository events) {
        this.events = events;
    }

    @Override
    public Optional<String> of(EditionId edition) {
        var count = events.countIn(edition);
        return count == 0
                ? Optional.empty()
                : Optional.of(French.count(count, "événement, brouillons compris", "événements, brouillons compris"));
    }
}
