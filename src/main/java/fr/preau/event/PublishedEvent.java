package fr.preau.event;

import fr.preau.account.OrganisationId;
import fr.preau.programme.EditionId;
import fr.preau.territory.Uai;
import fr.preau.web.French;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An event as last approved: what the public sees and people register to, cancelled or not.
///
/// `revision` grows with each approved version: it is the SEQUENCE of calendar files. `place` is one line a person can
/// go by; `link` is where an online event is followed, given only to those registered. `instructions` is what
/// those who come must know, empty when there is nothing to say; `venue` is the school of the directory that hosts it,
/// when one does.
public record PublishedEvent(
        EventId id,
        int revision,
        EditionId edition,
        OrganisationId organisation,
        String title,
        String description,
        String kind,
        Format format,
        Set<Audience> audience,
        @Nullable String departement,
        String place,
        @Nullable String link,
        String contactMail,
        boolean cancelled,
        List<PublishedSession> sessions,
        WaitingPolicy waiting,
        String instructions,
        @Nullable Uai venue) {
    /// « mercredi 3 décembre 2025, de 14 h à 16 h 30 (heure de Paris) ».
    public String span(PublishedSession session) {
        return span(session.start(), session.end());
    }

    /// The same of other hours than those a session has now.
    public String span(ZonedDateTime start, ZonedDateTime end) {
        return French.span(start, end) + clock(start.getZone());
    }

    /// Whose hours these are, in brackets, where a reader could take them for their own: what is followed online is
    /// followed from anywhere, and what happens overseas is read from Paris too.
    public String clock(ZoneId zone) {
        return clock(format, zone);
    }

    static String clock(Format format, ZoneId zone) {
        if (!zone.getRules().equals(EventContent.PARIS.getRules())) {
            return " (heure du lieu)";
        }
        return format == Format.ONLINE || format == Format.HYBRID ? " (heure de Paris)" : "";
    }
}
