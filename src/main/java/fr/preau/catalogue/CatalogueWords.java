package fr.preau.catalogue;

import fr.preau.event.Audience;
import fr.preau.event.Format;
import fr.preau.event.Listing;
import fr.preau.event.PublishedSession;
import fr.preau.web.French;
import java.time.Instant;
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

    /// « 12 places », « 40 places sur 3 séances », « 2 visites », « Complet ».
    static String seats(Listing listing, Instant now) {
        var sessions = listing.upcoming(now);
        var left = sessions.stream().mapToInt(PublishedSession::left).sum();
        if (left == 0) {
            return "Complet";
        }
        var seats = listing.event().format() == Format.AT_SCHOOL
                ? French.count(left, "visite possible", "visites possibles")
                : French.count(left, "place libre", "places libres");
        return sessions.size() == 1 ? seats : seats + " sur " + French.count(sessions.size(), "séance", "séances");
    }

    /// « mer. 3 déc., 14 h », the first three.
    static String dates(List<PublishedSession> upcoming) {
        var first = upcoming.stream()
                .limit(3)
                .map(session -> "%s, %s"
                        .formatted(
                                French.shortDay(session.start().toLocalDate()),
                                French.hour(session.start().toLocalTime())))
                .collect(Collectors.joining(" ; "));
        return upcoming.size() > 3
                ? "%s et %s".formatted(first, French.count(upcoming.size() - 3, "autre date", "autres dates"))
                : first;
    }

    /// « à 12 km », as the crow flies.
    static String distance(double kilometres) {
        return kilometres < 1 ? "à moins de 1 km" : "à %s km".formatted(French.number(Math.round(kilometres)));
    }
}
