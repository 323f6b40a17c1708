package fr.preau.programme;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A dated edition, every year, with its own calendar [SNSI A1].
///
/// `firstDay` and `lastDay` are both in the week. The windows are instants: they open and close at the same moment
/// everywhere. `kinds` is open: pilots add to it. When `delegated` is false only pilots moderate.
/// `offerHours` is how long an offer of a waiting list holds its seats at the longest.
/// `waitingRoom`: those who come around the opening of registrations wait their turn in a fair order.
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
        boolean delegated,
        int offerHours,
        boolean waitingRoom) {
    /// A kind of event: `code` never changes, `name` may be reworded.
    public record Kind(String code, String name) {}

    public record Partner(String name, @Nullable String site) {}

    /// What a new edition proposes: a day to answer.
    public static final int OFFER_HOURS = 24;

    /// The eleven kinds of the ministry's letter [SNSI A2]: what a new edition starts with.
    public static final List<Kind> LETTER_KINDS = List.of(
            new Kind("visite", "Visite d'entreprise"),
            new Kind("portes-ouvertes", "Portes ouvertes"),
            new Kind("demonstration", "Démonstration d'outils"),
            new Kind("atelier", "Atelier pratique"),
            new Kind("intervention", "Intervention en lycée ou collège"),
            new Kind("temoignage", "Témoignage"),
            new Kind("forum", "Forum des métiers"),
            new Kind("salon", "Salon d'orientation"),
            new Kind("conference", "Conférence"),
            new Kind("exposition", "Exposition"),
            new Kind("webinaire", "Webinaire"));

    public Edition {
        kinds = List.copyOf(kinds);
        partners = List.copyOf(partners);
    }

    /// Whether this day is in the week.
    public boolean covers(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    public boolean acceptsSubmissionsAt(Instant now) {
        return !now.isBefore(submissionsOpen) && now.isBefore(submissionsClose);
    }

    public boolean acceptsRegistrationsAt(Instant now) {
        return !now.isBefore(registrationsOpen) && now.isBefore(registrationsClose);
    }

    /// When the waiting room opens, for an edition that has one.
    public Instant waitingRoomOpens() {
        return registrationsOpen.minus(Duration.ofMinutes(30));
    }

    /// Whether registrations open soon, and one may already wait for it.
    public boolean letsWaitAt(Instant now) {
        return waitingRoom && !now.isBefore(waitingRoomOpens()) && now.isBefore(registrationsOpen);
    }

    public String kindName(String code) {
        return kinds.stream()
                .filter(kind -> kind.code().equals(code))
                .map(Kind::name)
                .findFirst()
                .orElse(code);
    }
}
