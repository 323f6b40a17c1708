package fr.preau.registration;

import fr.preau.event.PublishedSession;
import fr.preau.web.French;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Many who come, or wait, through one mail address of an event, or one network of a session: counts and hours, neither
/// address nor network. `first` is the registration it is found by again; `session` is null when it is of several.
record Crowd(
        By by,
        RegistrationId first,
        @Nullable PublishedSession session,
        int registrations,
        int people,
        int waiting,
        Instant since,
        Instant until) {
    /// What they have in common. From so many people on there is something to look at: more than one address may bring
    /// to one session; two families behind one network.
    enum By {
        MAIL("courriel", "un même courriel", 7),
        NETWORK("reseau", "un même réseau", 12);

        private final String word;
        private final String french;
        private final int many;

        By(String word, String french, int many) {
            this.word = word;
            this.french = french;
            this.many = many;
        }

        static Optional<By> of(String word) {
            return Arrays.stream(values()).filter(by -> by.word.equals(word)).findFirst();
        }

        String word() {
            return word;
        }

        String french() {
            return french;
        }

        int many() {
            return many;
        }
    }

    /// « entre 18 h 02 et 18 h 05, le 30 novembre », on these clocks.
    String hours(ZoneId zone) {
        var from = French.moment(since.atZone(zone));
        var to = French.moment(until.atZone(zone));
        return from.equals(to) ? from : "%s – %s".formatted(from, to);
    }
}
