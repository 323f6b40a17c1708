package fr.preau.consultation;

import fr.preau.allocation.Rule;
import fr.preau.consultation.PartyTold.Cause;
import fr.preau.consultation.PartyTold.What;
import fr.preau.consultation.Session.State;
import fr.preau.web.LinkKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What a coordinator does with a session, from the template to the last seat. Who may is asked of [Steering] before.
@Service
public class SessionDesk {
    private final SessionRepository sessions;
    private final WorkshopRepository workshops;
    private final PartyRepository parties;
    private final ConsultationRepository consultations;
    private final DrawRepository records;
    private final Draws draws;
    private final Heralds heralds;
    private final Clock clock;

    SessionDesk(
            SessionRepository sessions,
            WorkshopRepository workshops,
            PartyRepository parties,
            ConsultationRepository consultations,
            DrawRepository records,
            Draws draws,
            Heralds heralds,
            Clock clock) {
        this.sessions = sessions;
        this.workshops = workshops;
        this.parties = parties;
        this.consultations = consultations;
        this.records = records;
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
                        Workshop.State.HELD,
                        0));
            }
        }
    }

    /// Those who registered are told of another day, other hours, another place or another draw.
    @Transactional
    SessionChange change(Session session) {
        var before = sessions.hold(session.id()).orElseThrow();
        var broken = DrawPromise.broken(before, session, clock.instant());
        if (!broken.isEmpty()) {
            return new SessionChange.Broken(broken);
        }
        if (!sessions.update(session)) {
            return new SessionChange.Stale();
        }
        var after = sessions.find(session.id()).orElseThrow();
        if (DrawPromise.changes(before, after)) {
            announce(before, after);
        }
        if (moved(before, after) && after.state() != State.DRAFT && after.state() != State.CANCELLED) {
            heralds.tellAll(What.MOVED, after, Cause.before(before));
        }
        return new SessionChange.Done();
    }

    /// What was announced until now stays in the public record.
    private void announce(Session before, Session after) {
        var was = before.drawing();
        records.insert(
                before.id(), new DrawRepository.Announced(clock.instant(), was.source(), was.at(), was.fallback()));
        heralds.tellAll(What.ANNOUNCED, after, Cause.before(before));
    }

    private static boolean moved(Session before, Session after) {
        return !before.day().equals(after.day())
                || !before.where().host().equals(after.where().host())
                || !before.where().place().equals(after.where().place())
                || !before.where().video().equals(after.where().video())
                || !before.steps().equals(after.steps());
    }

    /// Before opening only: a rule chosen once wishes are known would choose who gets what.
    /// False when someone else changed the session since it was read.
    @Transactional
    boolean choose(SessionId id, Rule rule, int lock) {
        return sessions.choose(id, rule, lock);
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
        if (session.drawing().fallback().isEmpty()) {
            missing.add("Dites ce qui remplacera cette valeur si elle n'est jamais publiée.");
        }
        if (!session.joining().closesAt().isAfter(clock.instant())) {
            missing.add("La fin des vœux est déjà passée.");
        }
        if (!consultations.find(session.consultation()).orElseThrow().isPublic()) {
            missing.add("La consultation est encore en préparation : le pilotage l'ouvre d'abord.");
        }
        return missing;
    }

    /// False when something is missing, or it is open already.
    @Transactional
    boolean open(SessionId id) {
        var session = sessions.hold(id).orElseThrow();
        if (session.state() != State.DRAFT || !missing(session).isEmpty()) {
            return false;
        }
        sessions.open(id, session.joining().byKey() ? LinkKey.fresh() : null, ShortCode.fresh());
        return true;
    }

    /// Nobody registers by link until another is drawn.
    @Transactional
    void revoke(SessionId id) {
        sessions.revoke(id);
    }

    /// The former link opens nothing any more. False when this very form already drew one.
    @Transactional
    boolean changeKey(SessionId id, UUID form) {
        return sessions.changeKey(id, LinkKey.fresh(), ShortCode.fresh(), form);
    }

    /// `lock` is that of the session when it was read: who cancels knows what they cancel.
    @Transactional
    Outcome cancel(SessionId id, int lock, String reason) {
        var session = sessions.hold(id).orElseThrow();
        if (session.state() == State.CANCELLED) {
            return new Outcome.Refused("Cette session était déjà annulée.");
        }
        if (session.lock() != lock) {
            return new Outcome.Stale();
        }
        sessions.setState(id, State.CANCELLED);
        if (session.state() != State.DRAFT) {
            heralds.tellAll(What.CANCELLED, sessions.find(id).orElseThrow(), Cause.cancelled("", reason));
        }
        return new Outcome.Done();
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

    /// Words may change at any time; seats until the wishes are frozen, and only grow after the draw, which lets
    /// people have a wish they like better.
    @Transactional
    Outcome change(Workshop workshop) {
        var session = frozenWhenDue(workshop.session());
        var before = held(session.id()).stream()
                .filter(one -> one.id().equals(workshop.id()))
                .findFirst();
        if (before.isEmpty()) {
            return new Outcome.Refused("Cet atelier est annulé.");
        }
        var refusal = refusal(session, before.get(), workshop);
        if (refusal != null) {
            return new Outcome.Refused(refusal);
        }
        if (!workshops.update(workshop)) {
            return new Outcome.Stale();
        }
        tellMoved(session, before.get(), workshop);
        if (session.state() == State.SEATED && workshop.seats() > before.get().seats()) {
            draws.pass(session);
        }
        return new Outcome.Done();
    }

    private static @Nullable String refusal(Session session, Workshop before, Workshop after) {
        if (session.state() != State.DRAFT
                && session.drawing().rule() == Rule.PREMIERS
                && !after.kept().isEmpty()) {
            return "La règle « premiers vœux », choisie avant l'ouverture, ne garde pas de places pour une catégorie.";
        }
        return switch (session.state()) {
            case CLOSED ->
                after.seats() != before.seats() || !after.kept().equals(before.kept())
                        ? "Les vœux et les places sont gelés jusqu'au tirage : les places ne changent pas."
                        : null;
            case SEATED ->
                after.seats() < before.seats()
                        ? "Les places sont attribuées : leur nombre peut grandir, pas diminuer."
                        : null;
            case DRAFT, OPEN, CANCELLED -> null;
        };
    }

    /// Whoever acts after the announced end finds the wishes frozen, whether or not the clock's round has come by.
    private Session frozenWhenDue(SessionId id) {
        draws.close(id);
        return sessions.hold(id).orElseThrow();
    }

    private void tellMoved(Session session, Workshop before, Workshop after) {
        if (session.state() == State.SEATED && !before.place().equals(after.place())) {
            var concerned = parties.people(session.id()).stream()
                    .filter(person -> person.stands() && after.id().equals(person.seat()))
                    .toList();
            heralds.tell(What.MOVED, session, concerned, new Cause(null, after.title(), before.place(), ""));
        }
    }

    /// How many people an act on a workshop would concern: those who sit there or, before the draw, nobody knows how
    /// many rank it, so everyone.
    int concerned(Session session, Workshop workshop) {
        return session.state() == State.SEATED
                ? parties.taken(session.id()).getOrDefault(workshop.id(), 0)
                : parties.count(session.id());
    }

    /// Before opening it is as if it had never been; afterwards it is cancelled, and its people seated elsewhere
    /// as far as there is room. `lock` is that of the workshop when it was read.
    @Transactional
    Outcome remove(SessionId id, WorkshopId workshop, int lock, String reason) {
        var session = frozenWhenDue(id);
        var found = held(id).stream().filter(one -> one.id().equals(workshop)).findFirst();
        if (found.isEmpty()) {
            return new Outcome.Refused("Cet atelier était déjà annulé.");
        }
        if (found.get().lock() != lock) {
            return new Outcome.Stale();
        }
        if (session.state() == State.DRAFT) {
            workshops.delete(workshop);
            return new Outcome.Done();
        }
        if (session.state() == State.CLOSED) {
            return new Outcome.Refused("Les vœux et les places sont gelés : annulez l'atelier après le tirage.");
        }
        if (held(id).size() == 1) {
            return new Outcome.Refused("C'est le dernier atelier : annulez plutôt la session.");
        }
        cancelWorkshop(session, found.get(), reason);
        return new Outcome.Done();
    }

    private void cancelWorkshop(Session session, Workshop workshop, String reason) {
        workshops.cancel(workshop.id(), clock.instant());
        if (session.state() == State.SEATED) {
            draws.reseat(session, workshop, reason);
        }
        if (session.state() == State.OPEN) {
            var ranked = parties.people(session.id()).stream()
                    .filter(person -> person.stands() && person.wishes().contains(workshop.id()))
                    .toList();
            heralds.tell(What.DROPPED, session, ranked, Cause.cancelled(workshop.title(), reason));
        }
    }

    private List<Workshop> held(SessionId id) {
        return workshops.of(id).stream()
                .filter(workshop -> !workshop.cancelled())
                .toList();
    }
}
