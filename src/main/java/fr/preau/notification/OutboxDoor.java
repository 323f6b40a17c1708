package fr.preau.notification;

import fr.preau.account.Door;
import fr.preau.account.Doors;
import fr.preau.account.Viewer;
import fr.preau.web.French;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The way to the outbox, in the space of the pilots, with what they would go there for.
@Component
@Order(880)
class OutboxDoor implements Doors {
    private final Departures departures;

    OutboxDoor(Departures departures) {
        this.departures = departures;
    }

    @Override
    public List<Door> doorsFor(Viewer viewer) {
        return viewer.isPilot()
                ? List.of(new Door("/espace/administration/courriers", "Courriers de la plateforme", words()))
                : List.of();
    }

    private String words() {
        return "En attente : %s. Abandonnés : %s.%s"
                .formatted(
                        French.number(departures.waiting()),
                        French.number(departures.givenUp()),
                        departures.trouble().isPresent() ? " Aucun courrier ne part en ce moment." : "");
    }
}
