package fr.preau.showcase;

import fr.preau.account.Viewer;
import org.springframework.stereotype.Component;

/// How many projects wait for a moderator, for those who remind them of it.
@Component
public class ProjectQueue {
    private final ProjectQueueRepository waiting;
    private final ProjectDoor door;

    ProjectQueue(ProjectQueueRepository waiting, ProjectDoor door) {
        this.waiting = waiting;
        this.door = door;
    }

    /// What only this viewer's level can decide: a coordinator's territory, what is not delegated for a pilot.
    public long countFor(Viewer viewer) {
        return waiting.count(door.scope(viewer, true));
    }
}
