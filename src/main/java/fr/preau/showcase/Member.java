package fr.preau.showcase;

import java.util.UUID;

/// A pupil of a team, by a first name or a pseudonym. `key` opens the page where the family sees and withdraws what it
/// allowed: 160 random bits.
record Member(UUID id, ProjectId project, String name, String key) {
    String page() {
        return "/autorisations/" + key;
    }
}
