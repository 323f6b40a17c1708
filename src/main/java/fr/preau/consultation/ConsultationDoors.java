package fr.preau.consultation;

import fr.preau.account.Door;
import fr.preau.account.Doors;
import fr.preau.account.Viewer;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The consultations of one's territory.
@Component
@Order(36)
class ConsultationDoors implements Doors {
    @Override
    public List<Door> doorsFor(Viewer viewer) {
        var doors = new ArrayList<Door>();
        if (viewer.isPilot() || viewer.isCoordinator()) {
            doors.add(new Door(
                    SessionController.HOME,
                    "Mes sessions de consultation",
                    "Préparer une demi-journée, ouvrir les inscriptions, donner les places, suivre les rapports."));
        }
        if (viewer.isPilot()) {
            doors.add(new Door(
                    ConsultationController.LIST,
                    "Consultations nationales",
                    "Leur but, leurs thèmes, leur calendrier, ce qui sera publié."));
        }
        return doors;
    }
}
