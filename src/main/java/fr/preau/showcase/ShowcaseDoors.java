package fr.preau.showcase;

import fr.preau.account.Door;
import fr.preau.account.Doors;
import fr.preau.account.Viewer;
import fr.preau.web.French;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Order(40)
class ShowcaseDoors implements Doors {
    private final ProjectDoor door;
    private final ProjectQueueRepository waiting;
    private final AttachmentRepository attachments;

    ShowcaseDoors(ProjectDoor door, ProjectQueueRepository waiting, AttachmentRepository attachments) {
        this.door = door;
        this.waiting = waiting;
        this.attachments = attachments;
    }

    @Override
    public List<Door> doorsFor(Viewer viewer) {
        var doors = new ArrayList<Door>();
        if (!viewer.schools().isEmpty()) {
            doors.add(new Door(
                    "/espace/trophees",
                    "Mes projets des Trophées NSI",
                    "Présenter le travail d'une équipe, le soumettre, noter les autorisations des familles."));
        }
        if (viewer.isPilot() || viewer.isCoordinator()) {
            doors.add(new Door("/espace/moderation/trophees", "Modérer les projets des Trophées NSI", queue(viewer)));
        }
        if (!viewer.organisations().isEmpty() && attachments.count(viewer.organisations()) > 0) {
            doors.add(new Door(
                    "/espace/trophees/evenements",
                    "Projets montrés à mes événements",
                    "Voir les projets des Trophées NSI que des équipes veulent présenter, en retirer."));
        }
        return doors;
    }

    private String queue(Viewer viewer) {
        var count = waiting.count(door.scope(viewer, false));
        return count == 0
                ? "Rien n'attend : tout a été lu."
                : French.count(count, "projet attend", "projets attendent") + " votre avis.";
    }
}
