package fr.preau.registration;

import fr.preau.account.Door;
import fr.preau.account.Doors;
import fr.preau.account.Role;
import fr.preau.account.Viewer;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What a school's staff find in their space.
@Component
@Order(30)
class BookingDoors implements Doors {
    @Override
    public List<Door> doorsFor(Viewer viewer) {
        var doors = new ArrayList<Door>();
        if (!viewer.schools().isEmpty()) {
            doors.add(new Door(
                    "/espace/classes",
                    "Mes classes",
                    "Voir, changer ou annuler ce que j'ai réservé pour mes classes, ou ce qu'elles attendent."));
        }
        viewer.roles().stream()
                .filter(Role.SchoolHead.class::isInstance)
                .map(role -> ((Role.SchoolHead) role).school())
                .map(school -> new Door(
                        "/espace/etablissement/" + school,
                        "Mon établissement " + school,
                        "Voir tout ce que l'établissement a réservé, et ce que ses classes attendent."))
                .forEach(doors::add);
        return doors;
    }
}
