package fr.preau.catalogue;

import fr.preau.event.Format;
import fr.preau.event.Listing;
import fr.preau.event.PublishedSession;
import fr.preau.event.SeatsNow;
import fr.preau.programme.Edition;
import fr.preau.programme.Editions;
import fr.preau.web.French;
import org.jspecify.annotations.Nullable;

/// A session on its event's page: what is left, who can register now, and otherwise why not and when. The registration
/// form decides for good; this only keeps people from a door that is closed.
record ListingSession(
        Listing listing, PublishedSession session, @Nullable Edition edition, SeatsNow.Moment now) {
    String id() {
        return session.id().value().toString();
    }

    String span() {
        return French.sentence(listing.event().span(session));
    }

    boolean cancelled() {
        return session.cancelled() || listing.event().cancelled();
    }

    boolean past() {
        return !session.start().toInstant().isAfter(now.at());
    }

    boolean takesIndividuals() {
        return isOpen() && !visits() && session.left() > 0;
    }

    boolean takesClasses() {
        return isOpen() && session.leftForClasses() > 0;
    }

    /// « 12 places libres sur 30 », « 1 visite possible ».
    String seats() {
        if (!now.isOpen(listing.event(), session)) {
            return "";
        }
        if (visits()) {
            return session.leftForClasses() > 0
                    ? French.count(session.leftForClasses(), "visite possible", "visites possibles")
                    : "Complet";
        }
        return session.left() > 0
                ? "%s sur %s"
                        .formatted(
                                French.count(session.left(), "place libre", "places libres"),
                                French.number(session.capacity()))
                : "Complet";
    }

    /// What a class can hope for, said only when it differs from what a person can.
    String classSeats() {
        if (!now.isOpen(listing.event(), session) || visits() || session.left() == 0) {
            return "";
        }
        if (session.classCapacity() == 0) {
            return "Cette séance ne reçoit pas de classe.";
        }
        // A pupil and an adult at the least.
        return session.leftForClasses() > 1
                ? "Une classe peut prendre jusqu'à %s, accompagnateurs compris."
                        .formatted(French.count(session.leftForClasses(), "place", "places"))
                : "Il n'y a plus assez de places pour une classe.";
    }

    /// Why nobody can register now, and when one could; empty when one can.
    String closed() {
        if (cancelled()) {
            return listing.event().cancelled() ? "" : "Cette séance est annulée.";
        }
        if (past()) {
            return session.end().toInstant().isAfter(now.at())
                    ? "Cette séance a commencé."
                    : "Cette séance est passée.";
        }
        if (edition != null && now.at().isBefore(edition.registrationsOpen())) {
            return "Les inscriptions ouvrent le %s.%s"
                    .formatted(
                            Editions.from(edition.registrationsOpen()),
                            edition.waitingRoom()
                                    ? " Une salle d'attente ouvre une demi-heure avant ; ceux qui sont là à l'heure passent dans un ordre tiré au sort."
                                    : "");
        }
        if (edition != null && !edition.acceptsRegistrationsAt(now.at())) {
            return "Les inscriptions sont closes : elles étaient ouvertes jusqu'au %s."
                    .formatted(Editions.until(edition.registrationsClose()));
        }
        return session.left() > 0
                ? ""
                : "Il n'y a plus de place. Une annulation peut en libérer : rejoignez la liste d'attente.";
    }

    /// Whether a person, or a class where classes come, can only wait.
    boolean hasWaitingList() {
        var full = visits() ? session.leftForClasses() == 0 : session.left() == 0;
        return isOpen() && (full || (session.classCapacity() > 0 && session.leftForClasses() == 0));
    }

    /// « Liste d'attente (3 demandes) ».
    String waitingList() {
        return session.waiting() == 0
                ? "Rejoindre la liste d'attente"
                : "Rejoindre la liste d'attente (%s)".formatted(French.count(session.waiting(), "demande", "demandes"));
    }

    /// Only a class can have someone come to its school.
    boolean visits() {
        return listing.event().format() == Format.AT_SCHOOL;
    }

    private boolean isOpen() {
        return !cancelled()
                && !past()
                && (edition == null || edition.acceptsRegistrationsAt(now.at()) || edition.letsWaitAt(now.at()));
    }
}
