package fr.preau.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A dated edition, every year, with its own calendar [SNSI A1].
///
/// `firstDay` and `lastDay` are both in the week. The windows are instants: they open and close at the same moment
/// everywhere. `kinds` is open: pilots add to it. When `delegated` is false only pilots moderate.
public record Edition(
        EditionId id,
        String name,
        LocalDate firstDay,
        LocalDate lastDay,
        Instant submissionsOpen,
        Instant submissionsClose,
        Instant registrationsOpen,
        Instant registrationsClose,
        String schoolYear,
        List<Kind> kinds,
        List<Partner> partners,
        boolean delegated) {
    /// A kind of event: `code` never changes, `name` may be reworded.
    public record Kind(String code, String name) {}

    public record Partner(String name, @Nullable String site) {}

    public boolean acceptsSubmissionsAt(Instant now) {
        return !now.isBefore(submissionsOpen) && now.isBefore(submissionsClose);
    }

    public boolean acceptsRegistrationsAt(Instant now) {
        return !now.isBefore(registrationsOpen) && now.isBefore(registrationsClose);
    }

    public String kindName(String code) {
        return kinds.stream()
                .filter(kind -> kind.code().equals(code))
                .map(Kind::name)
                .findFirst()
                .orElse(code);
    }
}
