package fr.preau.registration;

import fr.preau.event.Audience;
import fr.preau.event.EventId;
import fr.preau.event.SessionId;
import fr.preau.territory.Uai;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Someone, or a class, on an event's seats.
///
/// `seats` is what it takes from the session's counter: 1 for a pupil, 1 to 6 for an adult, pupils and accompanying
/// adults for a class, one visit for a class the organiser comes to. `level` is a pupil's or a class's, `school` a
/// class's or the one a pupil chose to tell. `mail` may be a parent's. `key` opens [#path] to whoever holds it.
public record Registration(
        RegistrationId id,
        EventId event,
        SessionId session,
        Kind kind,
        String firstName,
        String mail,
        int seats,
        @Nullable Audience level,
        @Nullable Uai school,
        @Nullable SchoolClass schoolClass,
        String key,
        Instant createdAt) {
    /// The three ways in.
    public enum Kind {
        PUPIL("élève"),
        ADULT("parent ou adulte"),
        CLASS("classe");

        private final String french;

        Kind(String french) {
            this.french = french;
        }

        public String french() {
            return french;
        }
    }

    /// What the organiser needs to welcome a class. The number of girls is not here: it only ever leaves the database
    /// inside a sum.
    public record SchoolClass(String name, int pupils, int adults, String needs) {}

    /// The page that shows, changes and cancels it, without an account.
    public String path() {
        return "/inscriptions/" + key;
    }

    /// Neither key, nor name, nor address: a registration may end up in a log.
    @Override
    public String toString() {
        return "Registration[" + id.value() + "]";
    }
}
