package fr.preau.event;

import fr.preau.account.MailAddress;
import fr.preau.event.EventContent.Slot;
import fr.preau.event.Outcome.Problem;
import fr.preau.programme.Edition;
import fr.preau.territory.Departement;
import fr.preau.territory.Territories;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What must be there, and hold together, before an event is submitted; and what no version may do to seats that are
/// taken.
@Component
class DraftRules {
    static final int SESSIONS = 40;
    static final int SEATS = 10_000;
    private static final String SKIPPED = "Cette heure n'existe pas ce jour-là : on y change d'heure.";
    private static final Pattern LINK = Pattern.compile("https?://[^\\s/]+\\.[^\\s/]+(/\\S*)?");

    private final Territories territories;
    private final Clock clock;

    DraftRules(Territories territories, Clock clock) {
        this.territories = territories;
        this.clock = clock;
    }

    /// Everything to correct before `content` is submitted; `live` are the sessions already published.
    List<Problem> missing(EventContent content, Edition edition, List<PublishedSession> live) {
        var problems = new ArrayList<Problem>();
        words(content, edition, problems);
        where(content, problems);
        contact(content, problems);
        when(content, live, problems);
        problems.addAll(takenSeats(content, live));
        return problems;
    }

    /// Seats people have, or are offered, are theirs: a session is not made smaller than that, nor dropped without a
    /// word.
    List<Problem> takenSeats(EventContent content, List<PublishedSession> live) {
        var problems = new ArrayList<Problem>();
        var slots = content.sessions();
        for (var session : live) {
            if (session.taken() + session.held() == 0 || session.cancelled()) {
                continue;
            }
            var place =
                    slots.stream().map(Slot::id).toList().indexOf(session.id().value());
            if (place < 0) {
                problems.add(new Problem(
                        "sessions",
                        "Une séance que vous avez retirée a déjà %d places prises : annulez-la plutôt, les inscrits seront prévenus."
                                .formatted(session.taken() + session.held())));
            } else {
                seats(slots.get(place), session, problem(place, problems));
            }
        }
        return problems;
    }

    private static void seats(Slot slot, PublishedSession session, Say say) {
        if (slot.capacity() != null && slot.capacity() < session.taken() + session.held()) {
            say.at(
                    "capacity",
                    "%d places sont déjà prises ou proposées : gardez-en au moins autant."
                            .formatted(session.taken() + session.held()));
        }
        var classSeats = slot.seatsForClasses();
        if (classSeats != null && classSeats < session.classTaken() + session.classHeld()) {
            say.at(
                    "classSeats",
                    "Des classes ont déjà pris %d places : gardez-en au moins autant."
                            .formatted(session.classTaken() + session.classHeld()));
        }
    }

    private static void words(EventContent content, Edition edition, List<Problem> problems) {
        if (content.description().isBlank()) {
            problems.add(new Problem("description", "Décrivez l'événement : ce qu'on y fait, pour qui, comment."));
        }
        if (edition.kinds().stream().noneMatch(kind -> kind.code().equals(content.kind()))) {
            problems.add(new Problem("kind", "Choisissez le genre d'événement."));
        }
        if (content.audience().isEmpty()) {
            problems.add(new Problem("audience", "Dites à qui l'événement s'adresse."));
        }
        if (content.format() == Format.AT_SCHOOL && content.audience().stream().noneMatch(Audience::isLevel)) {
            problems.add(new Problem("audience", "Vous venez dans une classe : choisissez au moins un niveau."));
        }
        if (content.picture() != null && content.picture().alternative().isBlank()) {
            problems.add(new Problem("picture", "Décrivez l'image en quelques mots pour ceux qui ne la voient pas."));
        }
    }

    private void where(EventContent content, List<Problem> problems) {
        switch (content.format()) {
            case null -> problems.add(new Problem("format", "Dites où l'événement se passe."));
            case ON_SITE -> venue(content, problems);
            case ONLINE -> link(content, problems);
            case HYBRID -> {
                venue(content, problems);
                link(content, problems);
            }
            case AT_SCHOOL -> offered(content, problems);
        }
    }

    private static void venue(EventContent content, List<Problem> problems) {
        var venue = content.venue();
        if (venue == null || (venue.school() == null && venue.commune().isBlank())) {
            problems.add(new Problem("school", "Dites dans quel établissement, ou à quelle adresse."));
        } else if (venue.departement().isEmpty()) {
            problems.add(new Problem("departement", "Choisissez le département du lieu."));
        } else if (venue.school() == null && venue.address().isBlank()) {
            problems.add(new Problem("address", "Écrivez l'adresse où l'on vient."));
        }
    }

    private static void link(EventContent content, List<Problem> problems) {
        if (content.link().isEmpty()) {
            problems.add(new Problem("link", "Donnez l'adresse où l'on suit l'événement en ligne."));
        }
    }

    private void offered(EventContent content, List<Problem> problems) {
        if (content.offeredIn().isEmpty()) {
            problems.add(new Problem("offeredIn", "Choisissez au moins un département où vous venez."));
        }
        var clocks = content.offeredIn().stream()
                .flatMap(code -> territories.departement(code).stream())
                .map(Departement::zone)
                .distinct()
                .count();
        if (clocks > 1) {
            problems.add(new Problem(
                    "offeredIn", "Ces départements n'ont pas la même heure : faites un événement pour chaque fuseau."));
        }
    }

    private static void contact(EventContent content, List<Problem> problems) {
        if (content.contactName().isBlank()) {
            problems.add(new Problem("contactName", "Donnez le nom de la personne à joindre."));
        }
        // Those registered answer to it: what cannot be written to is no address.
        if (MailAddress.parse(content.contactMail()).isEmpty()) {
            problems.add(new Problem(
                    "contactMail", "Donnez une adresse électronique complète, par exemple nom@exemple.fr."));
        }
        if (!content.link().isEmpty() && !LINK.matcher(content.link()).matches()) {
            problems.add(new Problem("link", "Écrivez une adresse complète, qui commence par https://."));
        }
    }

    private void when(EventContent content, List<PublishedSession> live, List<Problem> problems) {
        var slots = content.sessions();
        if (slots.isEmpty()) {
            problems.add(new Problem("sessions", "Ajoutez au moins une séance, avec sa date et ses heures."));
        }
        if (slots.size() > SESSIONS) {
            problems.add(new Problem("sessions", "Un événement a %d séances au plus.".formatted(SESSIONS)));
            return;
        }
        var known =
                live.stream().collect(Collectors.toMap(session -> session.id().value(), Function.identity()));
        var zone = content.zone(territories);
        for (int i = 0; i < slots.size(); i++) {
            session(slots.get(i), zone, known, problem(i, problems));
        }
    }

    private interface Say {
        void at(String field, String sentence);
    }

    private static Say problem(int session, List<Problem> problems) {
        return (field, sentence) -> problems.add(Problem.ofSession(session, field, sentence));
    }

    private void session(Slot slot, ZoneId zone, Map<UUID, PublishedSession> known, Say say) {
        if (slot.day() == null) {
            say.at("day", "Choisissez le jour.");
        }
        if (slot.start() == null) {
            say.at("start", "Donnez l'heure de début.");
        }
        if (slot.end() == null) {
            say.at("end", "Donnez l'heure de fin.");
        }
        places(slot, say);
        if (slot.isDated()) {
            hours(slot, zone, known, say);
        }
    }

    private static void places(Slot slot, Say say) {
        var capacity = slot.capacity();
        var classes = slot.classSeats();
        if (capacity == null || capacity < 1 || capacity > SEATS) {
            say.at("capacity", "Donnez un nombre de places, de 1 à %d.".formatted(SEATS));
        } else if (classes != null && (classes < 0 || classes > capacity)) {
            say.at("classSeats", "Les classes peuvent prendre de 0 à %d places.".formatted(capacity));
        }
    }

    private void hours(Slot slot, ZoneId zone, Map<UUID, PublishedSession> known, Say say) {
        if (!slot.endIn(zone).isAfter(slot.startIn(zone)) || isTooLong(slot)) {
            say.at("end", "La fin vient après le début : le même jour, ou le lendemain jusqu'à midi.");
        } else if (isSkipped(slot.starts(), zone)) {
            say.at("start", SKIPPED);
        } else if (isSkipped(slot.ends(), zone)) {
            say.at("end", SKIPPED);
        } else if (!slot.startIn(zone).toInstant().isAfter(clock.instant()) && !isKept(slot, zone, known)) {
            say.at("day", "Cette date est déjà passée.");
        }
    }

    /// Over midnight, noon is the last hour: beyond, an hour was mistyped.
    private static boolean isTooLong(Slot slot) {
        return slot.isOvernight() && slot.ends().toLocalTime().isAfter(LocalTime.NOON);
    }

    private static boolean isSkipped(LocalDateTime hour, ZoneId zone) {
        return zone.getRules().getValidOffsets(hour).isEmpty();
    }

    /// A session that was published at this very hour may be over by now.
    private static boolean isKept(Slot slot, ZoneId zone, Map<UUID, PublishedSession> known) {
        var old = known.get(slot.id());
        return old != null && old.start().toInstant().equals(slot.startIn(zone).toInstant());
    }
}
