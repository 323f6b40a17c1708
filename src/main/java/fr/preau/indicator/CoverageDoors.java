package fr.preau.indicator;

import fr.preau.account.Door;
import fr.preau.account.Doors;
import fr.preau.account.Viewer;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// For those who steer a territory.
@Component
@Order(45)
class CoverageDoors implements Doors {
    private static final Door COVERAGE = new Door(
            CoverageView.HERE,
            "Couverture du territoire",
            "Où il se passe quelque chose, où rien n'est prévu, et quels lycées prévenir.");

    @Override
    public List<Door> doorsFor(Viewer viewer) {
        return viewer.isPilot() || viewer.isCoordinator() ? List.of(COVERAGE) : List.of();
    }
}
