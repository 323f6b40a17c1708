package fr.preau.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of the journal about a role: who did what to which role of whom, when. Names are those of that day.
record JournalEntry(Instant at, Action action, Role role, String place, Actor actor, Subject subject) {
    enum Action {
        INVITED("invite"),
        GRANTED("donne"),
        REMOVED("retire"),
        REFUSED("refuse"),
        WITHDRAWN("annule l'invitation");

        private final String french;

        Action(String french) {
            this.french = french;
        }

        String french() {
            return french;
        }
    }

    /// `id` is null for someone invited who has no account yet.
    record Subject(@Nullable PersonId id, String mail) {
        static Subject of(Person person) {
            return new Subject(person.id(), person.mail());
        }
    }

    /// As the page shows it, whatever it is about: a role or another act of administration ([AdministrationJournal]).
    record Line(Instant at, String actor, String act, String about, String reason) {}

    /// « Coordination – Ariège, pour ada@example.org ».
    static String role(String role, String place, String subject) {
        return Roles.name(role) + (place.isEmpty() ? "" : " – " + place) + ", pour " + subject;
    }
}
