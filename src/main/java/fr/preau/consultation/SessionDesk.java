package fr.preau.consultation;

import fr.preau.allocation.Rule;
import fr.preau.consultation.PartyTold.What;
import fr.preau.consultation.Session.State;
import fr.preau.web.LinkKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What a coordinator does with a session, from the template to the last seat. Who may is asked of [Steering] before.
@Service
public class SessionDesk {
    private final SessionRepository sessions;
    private final WorkshopRepository workshops;
    private final PartyRepository parties;
    private final Draws draws;
    private final Heralds heralds;
    private final Clock clock;

    SessionDesk(
            SessionRepository sessions,
            WorkshopRepository workshops,
            PartyRepository parties,
            Draws draws,
            Heralds heralds,
            Clock clock) {
        this.sessions = sessions;
        this.workshops = workshops;
        this.parties = parties;
        this.draws = draws;
        this.heralds = heralds;
        this.clock = clock;
    }

    /// From the template: the half-day's parts and one workshop a theme, all to be changed. Once, whatever is sent
    /// twice.
    @Transactional
    void create(Session session, Consultation consultation, int seats) {
        if (sessions.insert(session)) {
            for (var theme : consultation.themes()) {
                workshops.insert(new Workshop(
                        new WorkshopId(UUID.randomUUID()),
                        session.id(),
                        theme.code(),
                        theme.name(),
                        "",
                        seats,
                        java.util.Map.of(),
                        new Workshop.Place("", ""),
                        new Workshop.People("", ""),
                        LinkKey.fresh(),
                        Workshop.State.HELD));
            }
        }
    }

    /// False, and nothing written, when someone else changed it since. Those who registered are told of another day,
    /// other hours or another place.
    @Transactional
    boolean change(Session session) {
        var before = sessions.hold(session.id()).orElseThrow();
        if (!sessions.update(session)) {
            return false;
        }
        var after = sessions.find(session.id()).orElseThrow();
        var moved = !before.day().equals(after.day())
                || !before.where().place().equals(after.where().place())
                || !before.where().video().equals(after.where().video())
                || !before.steps().equals(after.steps());
        if (moved && after.state() != State.DRAFT && after.state() != State.CANCELLED) {
            heralds.tellAll(What.MOVED, after);
        }
        return true;
    }

    /// Before opening only: a rule chosen once wishes are known would choose who gets what.
    @Transactional
    void choose(SessionId id, Rule rule) {
        sessions.choose(id, rule);
    }

    /// What is missing before people can be asked for their wishes; empty when it is ready.
    List<String> missing(Session session) {
        var held = held(session.id());
        var missing = new ArrayList<String>();
        if (held.size() < 2) {
            missing.add("Il faut au moins deux ateliers pour que l'on puisse choisir.");
        }
        if (held.stream().mapToInt(Workshop::seats).sum() == 0) {
            missing.add("Aucun atelier n'a de place.");
        }
        var rule = session.drawing().rule();
        if (rule == null) {
            missing.add("Choisissez la règle qui donnera les places : elle ne changera plus après l'ouverture.");
        } else if (rule == Rule.PREMIERS
                && held.stream().anyMatch(workshop -> !workshop.kept().isEmpty())) {
            missing.add(
                    "La règle « premiers vœux » ne garde pas de places pour une catégorie : changez de règle ou retirez-les.");
        }
        if (session.drawing().source().isEmpty()) {
            missing.add("Annoncez la valeur publique qui fera le tirage, par exemple un tirage du Loto à venir.");
        }
        if (!session.joining().closesAt().isAfter(clock.instant())) {
            missing.add("La fin des vœux est déjà passée.");
        }
        return missing;
    }

    /// Nothing when something is missing, or it is open already.
    @Transactional
    void open(SessionId id) {
        var session = sessions.hold(id).orElseThrow();
        if (session.state() == State.DRAFT && missing(session).isEmpty()) {
            sessions.open(id, session.joining().byKey() ? LinkKey.fresh() : null);
        }
    }

    /// Nobody registers by link until another is drawn.
    @Transactional
    void revoke(SessionId id) {
        sessions.revoke(id);
    }

    /// The former link opens nothing any more. False when this very form already drew one.
    @Transactional
    boolean changeKey(SessionId id, UUID form) {
        return sessions.changeKey(id, LinkKey.fresh(), form);
    }

    @Transactional
    void cancel(SessionId id) {
        var session = sessions.hold(id).orElseThrow();
        if (session.state() != State.CANCELLED) {
            sessions.setState(id, State.CANCELLED);
            if (session.state() != State.DRAFT) {
                heralds.tellAll(What.CANCELLED, sessions.find(id).orElseThrow());
            }
        }
    }

    /// Nothing once people have been asked to rank the others.
    @Transactional
    Outcome add(Workshop workshop) {
        var session = sessions.hold(workshop.session()).orElseThrow();
        if (session.state() != State.DRAFT) {
            return new Outcome.Refused("Des personnes ont déjà classé les ateliers : on n'en ajoute plus.");
        }
        workshops.insert(workshop);
        return new Outcome.Done();
    }

    /// Words may change at any time; seats until the wishes are frozen, and only grow after the draw, which lets people
    /// have a wish they like better.
    @Transactional
    Outcome change(Workshop workshop) {
        var session = sessions.hold(workshop.session()).orElseThrow();
        var before = held(session.id()).stream()
                .filter(one -> one.id().equals(workshop.id()))
                .findFirst();
        if (before.isEmpty()) {
            return new Outcome.Refused("Cet atelier est annulé.");
        }
        var seatsChanged = workshop.seats() != before.get().seats()
                || !workshop.kept().equals(before.get().kept());
        if (session.state() == State.CLOSED && seatsChanged) {
            return new Outcome.Refused(
                    "Les vœux et les places sont gelés jusqu'au tirage : les places ne changent pas.");
        }
        if (session.state() == State.SEATED && workshop.seats() < before.get().seats()) {
            return new Outcome.Refused("Les places sont attribuées : leur nombre peut grandir, pas diminuer.");
        }
        workshops.update(workshop);
        tellMoved(session, before.get(), workshop);
        if (session.state() == State.SEATED && workshop.seats() > before.get().seats()) {
            draws.pass(session);
        }
        return new Outcome.Done();
    }

    private void tellMoved(Session session, Workshop before, Workshop after) {
        if (session.state() == State.SEATED && !before.place().equals(after.place())) {
            var concerned = parties.of(session.id()).stream()
                    .filter(party -> party.standing().stream()
                            .anyMatch(person -> after.id().equals(person.seat())))
                    .toList();
            heralds.tell(What.MOVED, session, concerned);
        }
    }

    /// Before opening it is as if it had never been; afterwards it is cancelled, and its people seated elsewhere as far
    /// as there is room.
    @Transactional
    Outcome remove(SessionId id, WorkshopId workshop) {
        var session = sessions.hold(id).orElseThrow();
        switch (session.state()) {
            case DRAFT -> workshops.delete(workshop);
            case CLOSED -> {
                return new Outcome.Refused("Les vœux et les places sont gelés : annulez l'atelier après le tirage.");
            }
            case OPEN, SEATED, CANCELLED -> cancelWorkshop(session, workshop);
        }
        return new Outcome.Done();
    }

    private void cancelWorkshop(Session session, WorkshopId workshop) {
        if (workshops.cancel(workshop, clock.instant()) && session.state() == State.SEATED) {
            draws.reseat(session, workshop);
        }
    }

    private List<Workshop> held(SessionId id) {
        return workshops.of(id).stream()
                .filter(workshop -> !workshop.cancelled())
                .toList();
    }
}
