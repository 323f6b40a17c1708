package fr.preau.showcase;

import java.util.List;
import java.util.UUID;

/// An image of a project: its words for who does not see it, and the pupils one recognises on it.
record ProjectImage(UUID id, ProjectId project, String alternative, List<UUID> people) {
    ProjectImage {
        people = List.copyOf(people);
    }

    boolean showsPupils() {
        return !people.isEmpty();
    }

    String path() {
        return "/trophees/images/" + id;
    }
}
