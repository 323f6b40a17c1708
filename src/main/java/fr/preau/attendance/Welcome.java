package fr.preau.attendance;

import fr.preau.web.French;
import java.time.ZonedDateTime;

/// What the door answers, in a sentence for whoever stands at it.
sealed interface Welcome {
    String sentence();

    record Here(String who, int people) implements Welcome {
        @Override
        public String sentence() {
            return "%s : %s.".formatted(who, people == 1 ? "bienvenue" : French.count(people, "personne", "personnes"));
        }
    }

    record AlreadyHere(String who, ZonedDateTime at) implements Welcome {
        @Override
        public String sentence() {
            return "%s : déjà accueilli à %s.".formatted(who, French.hour(at.toLocalTime()));
        }
    }

    record Undone(String who) implements Welcome {
        @Override
        public String sentence() {
            return "%s : l'arrivée est annulée.".formatted(who);
        }
    }

    /// Nobody is counted: the ticket is not good here, or the door is not open.
    record TurnedAway(String sentence) implements Welcome {}
}
