package fr.preau.event;

import fr.preau.account.Door;
import fr.preau.account.Doors;
import fr.preau.account.Viewer;
import fr.preau.web.French;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Order(20)
class EventDoors implements Doors {
    private final ModerationDoor moderation;
    private final ModerationRepository waiting;

    EventDoors(ModerationDoor moderation, ModerationRepository waiting) {
        this.moderation = moderation;
        this.waiting = waiting;
    }

    @Override
    public List<Door> doorsFor(Viewer viewer) {
        var doors = new ArrayList<Door>();
        if (!viewer.organisations().isEmpty()) {
            doors.add(new Door(
                    "/espace/evenements",
                    "Mes événements",
                    "Proposer un événement, le compléter, suivre sa validation, voir qui vient."));
        }
        if (viewer.isPilot() || viewer.isCoordinator()) {
            doors.add(new Door("/espace/moderation", "Modérer les événements", queue(viewer)));
        }
        return doors;
    }

    private String queue(Viewer viewer) {
        var count = waiting.count(moderation.scope(viewer, ""));
        return count == 0
                ? "Rien n'attend : tout a été lu."
                : French.count(count, "événement attend", "événements attendent") + " votre avis.";
    }
}
