package fr.preau.event;

import fr.preau.account.OrganisationId;
import fr.preau.programme.EditionId;
import fr.preau.territory.Uai;
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
        @Nullable Uai venue) {}
