package fr.preau.contribution;

import fr.preau.account.Viewer;
import fr.preau.territory.Territories;
import fr.preau.web.Forbidden;
import fr.preau.web.Pager;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What waits for this coordinator to read it: what came online from their territories; for pilots, from everywhere.
@Component
class Waiting {
    private final QueueRepository queue;
    private final Territories territories;

    Waiting(QueueRepository queue, Territories territories) {
        this.queue = queue;
        this.territories = territories;
    }

    long count(Viewer viewer) {
        return queue.count(scope(viewer));
    }

    List<Contribution> page(Viewer viewer, int number) {
        return queue.page(scope(viewer), Pager.offset(number), Pager.LINES);
    }

    private @Nullable List<String> scope(Viewer viewer) {
        Forbidden.unless(
                viewer.isPilot() || viewer.isCoordinator(),
                "Les contributions sont lues par les coordinations et le pilotage.");
        return viewer.isPilot()
                ? null
                : viewer.coordinated().stream()
                        .flatMap(mine -> territories.departementsOf(mine).stream())
                        .map(departement -> departement.territory().key())
                        .distinct()
                        .toList();
    }
}
