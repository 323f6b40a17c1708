package fr.preau.contribution;

import fr.preau.account.Door;
import fr.preau.account.Doors;
import fr.preau.account.Viewer;
import fr.preau.web.French;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Order(37)
class ContributionDoors implements Doors {
    private final Waiting waiting;

    ContributionDoors(Waiting waiting) {
        this.waiting = waiting;
    }

    @Override
    public List<Door> doorsFor(Viewer viewer) {
        return viewer.isPilot() || viewer.isCoordinator()
                ? List.of(new Door(QueueController.PATH, "Contributions à lire", about(waiting.count(viewer))))
                : List.of();
    }

    private static String about(long count) {
        return count == 0
                ? "Rien n'attend : tout ce qui est arrivé en ligne a été lu."
                : French.count(count, "contribution attend", "contributions attendent") + " votre lecture.";
    }
}
