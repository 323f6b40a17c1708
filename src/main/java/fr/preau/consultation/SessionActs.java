package fr.preau.consultation;

import fr.preau.account.AdministrationJournal;
import fr.preau.account.Viewer;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What a coordinator does to a session that others must be able to read afterwards: each act leaves a line in the
/// journal, in its own transaction.
@Service
class SessionActs {
    private final SessionDesk desk;
    private final SessionRepository sessions;
    private final WorkshopRepository workshops;
    private final Draws draws;
    private final AdministrationJournal journal;

    SessionActs(
            SessionDesk desk,
            SessionRepository sessions,
            WorkshopRepository workshops,
            Draws draws,
            AdministrationJournal journal) {
        this.desk = desk;
        this.sessions = sessions;
        this.workshops = workshops;
        this.draws = draws;
        this.journal = journal;
    }

    @Transactional
    SessionChange change(Session session, Viewer viewer) {
        var before = sessions.find(session.id()).orElseThrow();
        var changed = desk.change(session);
        if (changed instanceof SessionChange.Done && DrawPromise.changes(before, session)) {
            journal.write(
                    viewer,
                    "annonce une autre valeur de tirage",
                    session.title(),
                    session.drawing().source());
        }
        return changed;
    }

    @Transactional
    void open(SessionId id, Viewer viewer) {
        var session = sessions.hold(id).orElseThrow();
        if (desk.open(id)) {
            journal.write(viewer, "ouvre les inscriptions d'une session", session.title(), "");
        }
    }

    @Transactional
    Outcome draw(SessionId id, String publicValue, Viewer viewer) {
        var outcome = draws.run(id, publicValue);
        if (outcome instanceof Outcome.Done) {
            var session = sessions.find(id).orElseThrow();
            journal.write(viewer, "donne les places d'une session", session.title(), publicValue);
        }
        return outcome;
    }

    @Transactional
    Outcome cancel(SessionId id, int lock, String reason, Viewer viewer) {
        var outcome = desk.cancel(id, lock, reason);
        if (outcome instanceof Outcome.Done) {
            journal.write(
                    viewer,
                    "annule une session",
                    sessions.find(id).orElseThrow().title(),
                    reason);
        }
        return outcome;
    }

    @Transactional
    Outcome remove(SessionId id, WorkshopId workshop, int lock, String reason, Viewer viewer) {
        var title = workshops.of(id).stream()
                .filter(one -> one.id().equals(workshop))
                .map(Workshop::title)
                .findFirst()
                .orElse("");
        var outcome = desk.remove(id, workshop, lock, reason);
        if (outcome instanceof Outcome.Done) {
            journal.write(
                    viewer,
                    "annule un atelier",
                    title + ", " + sessions.find(id).orElseThrow().title(),
                    reason);
        }
        return outcome;
    }

    @Transactional
    boolean changeKey(SessionId id, UUID form, Viewer viewer) {
        var changed = desk.changeKey(id, form);
        if (changed) {
            journal.write(
                    viewer,
                    "change le lien d'une session",
                    sessions.find(id).orElseThrow().title(),
                    "");
        }
        return changed;
    }

    @Transactional
    void revoke(SessionId id, Viewer viewer) {
        desk.revoke(id);
        journal.write(
                viewer,
                "révoque le lien d'une session",
                sessions.find(id).orElseThrow().title(),
                "");
    }
}
