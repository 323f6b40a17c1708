package fr.preau.event;

import fr.preau.account.Viewer;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// How much waits for a moderator, for those who remind them of it.
@Component
public class ModerationQueue {
    private final ModerationRepository repository;
    private final ModerationDoor door;

    ModerationQueue(ModerationRepository repository, ModerationDoor door) {
        this.repository = repository;
        this.door = door;
    }

    /// `oldest` has waited longest.
    public record Pending(long count, Instant oldest) {}

    /// What only this viewer's level can decide: a coordinator's territory, what is the nation's for a pilot. Empty
    /// when nothing waits.
    public Optional<Pending> of(Viewer viewer) {
        var scope = door.scope(viewer, "national");
        return repository.waiting(scope, 0, 1).stream()
                .findFirst()
                .map(first -> new Pending(repository.count(scope), first.since()));
    }
}
