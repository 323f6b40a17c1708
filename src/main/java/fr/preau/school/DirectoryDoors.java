package fr.preau.school;

import fr.preau.account.Door;
import fr.preau.account.Doors;
import fr.preau.account.Viewer;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Correcting the directory, for those who steer a territory.
@Component
@Order(890)
class DirectoryDoors implements Doors {
    private static final Door CORRECT = new Door(
            DirectoryController.HERE,
            "Corriger un établissement",
            "Ajouter un établissement qui manque à l'annuaire, corriger ce qui est faux.");

    @Override
    public List<Door> doorsFor(Viewer viewer) {
        return viewer.isPilot() || viewer.isCoordinator() ? List.of(CORRECT) : List.of();
    }
}
