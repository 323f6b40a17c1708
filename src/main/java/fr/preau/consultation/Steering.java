package fr.preau.consultation;

import fr.preau.account.Viewer;
import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import org.springframework.stereotype.Component;

/// Whose a session or a synthesis is: the coordinators of its territory or of a wider one, and the pilots. A
/// département's coordinator steers neither the neighbour's nor the whole académie's.
@Component
public class Steering {
    private final Territories territories;

    Steering(Territories territories) {
        this.territories = territories;
    }

    public boolean steers(Viewer viewer, Territory territory) {
        return viewer.isPilot()
                || viewer.coordinated().stream().anyMatch(mine -> territories.contains(mine, territory));
    }
}
