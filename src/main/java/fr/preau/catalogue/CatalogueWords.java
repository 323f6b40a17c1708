package fr.preau.catalogue;

import fr.preau.event.Audience;
import fr.preau.event.Format;
import fr.preau.event.Listing;
import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import fr.preau.event.SeatsNow;
import fr.preau.web.French;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What cards and pages say of an event, in French words.
final class CatalogueWords {
    private static final Set<Audience> COLLEGE =
            EnumSet.of(Audience.SIXIEME, Audience.CINQUIEME, Audience.QUATRIEME, Audience.TROISIEME);
    private static final Set<Audience> LYCEE = EnumSet.of(Audience.SECONDE, Audience.PREMIERE, Audience.TERMINALE);

    private CatalogueWords() {}

    /// « Collège, 2de, parents »: all levels of a school are the school.
    static String audience(Set<Audience> audience) {
        var left = EnumSet.noneOf(Audience.class);
        left.addAll(audience);
        var words = new ArrayList<String>();
        if (left.containsAll(COLLEGE)) {
            words.add("Collège");
            left.removeAll(COLLEGE);
        }
        if (left.containsAll(LYCEE)) {
            words.add("Lycée");
            left.removeAll(LYCEE);
        }
        left.forEach(one -> words.add(one.french()));
        return words.isEmpty() ? "Tout public" : String.join(", ", words);
    }

    /// « 12 places », « 40 places sur 3 séances », « 2 visites », « Complet », of the sessions one can still take.
    static String seats(Listing listing, SeatsNow.Moment now) {
        var sessions = now.open(listing.event());
        if (sessions.isEmpty()) {
            return "Inscriptions closes";
        }
        var left = sessions.stream().mapToInt(PublishedSession::left).sum();
        if (left == 0) {
            return "Complet";
        }
        var seats = listing.event().format() == Format.AT_SCHOOL
                ? French.count(left, "visite possible", "visites possibles")
                : French.count(left, "place libre", "places libres");
        return sessions.size() == 1 ? seats : seats + " sur " + French.count(sessions.size(), "séance", "séances");
    }

    /// Those to come; « Commencé : lun. 30 nov., 17 h » when what is left has started.
    static String dates(Listing listing, SeatsNow.Moment now) {
        var upcoming = listing.upcoming(now.at());
        var next = upcoming.stream()
                .filter(session -> session.start().toInstant().isAfter(now.at()))
                .toList();
        return next.isEmpty() && !upcoming.isEmpty()
                ? "Commencé : " + dates(listing.event(), upcoming)
                : dates(listing.event(), next);
    }

    /// « mer. 3 déc., 14 h ; ven. 5 déc., 9 h (heure de Paris) », the first three.
    static String dates(PublishedEvent event, List<PublishedSession> sessions) {
        if (sessions.isEmpty()) {
            return "";
        }
        var first = sessions.stream()
                .limit(3)
                .map(session -> "%s, %s"
                        .formatted(
                                French.shortDay(session.start().toLocalDate()),
                                French.hour(session.start().toLocalTime())))
                .collect(Collectors.joining(" ; "));
        var clock = event.clock(sessions.getFirst().start().getZone());
        return sessions.size() > 3
                ? "%s et %s%s".formatted(first, French.count(sessions.size() - 3, "autre date", "autres dates"), clock)
                : first + clock;
    }

    /// « à 12 km », as the crow flies.
    static String distance(double kilometres) {
        return kilometres < 1 ? "à moins de 1 km" : "à %s km".formatted(French.number(Math.round(kilometres)));
    }
}
