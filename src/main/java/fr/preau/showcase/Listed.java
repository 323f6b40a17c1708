package fr.preau.showcase;

import fr.preau.programme.Editions;
import fr.preau.web.French;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/// A project as the gallery has it: its last approved content, without the pupils. `updatedAt` moves when something of
/// it appears or is hidden.
record Listed(
        ProjectId id,
        ProjectContent content,
        String school,
        String departement,
        Instant publishedAt,
        Instant updatedAt) {
    String path() {
        return "/trophees/" + id.value();
    }

    /// What was checked before it was submitted is there.
    Level level() {
        return Objects.requireNonNull(content.level());
    }

    Category category() {
        return Objects.requireNonNull(content.category());
    }

    Licence licence() {
        return Objects.requireNonNull(content.licence());
    }

    String publishedOn() {
        return French.day(LocalDate.ofInstant(publishedAt, Editions.PARIS));
    }
}
