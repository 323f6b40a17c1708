package fr.preau.programme;

import fr.preau.account.Door;
import fr.preau.account.Doors;
import fr.preau.account.Viewer;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Order(60)
class EditionDoors implements Doors {
    @Override
    public List<Door> doorsFor(Viewer viewer) {
        return viewer.isPilot()
                ? List.of(
                        new Door(
                                "/espace/administration/editions",
                                "Régler les éditions",
                                "La semaine, le temps des propositions et des inscriptions, les genres d'événements, les partenaires."))
                : List.of();
    }
}
