package fr.preau.event;

import fr.preau.web.French;
import java.time.Duration;
import java.time.Instant;

/// How long something has waited, in words.
final class Age {
    private Age() {}

    /// « depuis 3 jours », « depuis 2 heures », « depuis quelques minutes ».
    static String since(Instant start, Instant now) {
        var age = Duration.between(start, now);
        if (age.toDays() > 0) {
            return "depuis " + French.count(age.toDays(), "jour", "jours");
        }
        return age.toHours() > 0
                ? "depuis " + French.count(age.toHours(), "heure", "heures")
                : "depuis quelques minutes";
    }
}
