package fr.preau.consultation;

import fr.preau.allocation.Allocation;
import fr.preau.allocation.Lottery;
import fr.preau.audit.Audit;
import fr.preau.consultation.DrawRepository.Kind;
import fr.preau.consultation.DrawRepository.Made;
import fr.preau.consultation.PartyTold.What;
import fr.preau.consultation.Session.State;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// From ranked wishes to seats: freezing, the draw, the passes after withdrawals. Nothing is kept that the independent
/// verifier refuses ([Auditor]).
@Service
class Draws {
    private final SessionRepository sessions;
    private final WorkshopRepository workshops;
    private final PartyRepository parties;
    private final DrawRepository draws;
    private final Auditor auditor;
    private final Pass.Maker passes;
    private final Heralds heralds;
    private final Clock clock;

    Draws(
            SessionRepository sessions,
            WorkshopRepository workshops,
            PartyRepository parties,
            DrawRepository draws,
            Auditor auditor,
            Pass.Maker passes,
            Heralds heralds,
            Clock clock) {
        this.sessions = sessions;
        this.workshops = workshops;
        this.parties = parties;
        this.draws = draws;
        this.auditor = auditor;
        this.passes = passes;
        this.heralds = heralds;
        this.clock = clock;
    }

    /// Freezes the wishes of a session whose time is past; nothing for any other.
    @Transactional
    void close(SessionId id) {
        var session = sessions.hold(id).orElseThrow();
        if (session.state() != State.OPEN || session.joining().closesAt().isAfter(clock.instant())) {
            return;
        }
        var all = workshops.of(id);
        var cancelled =
                all.stream().filter(Workshop::cancelled).map(Workshop::id).collect(Collectors.toSet());
        var people = parties.people(id).stream()
                .filter(Participant::stands)
                .map(person -> person.without(cancelled))
                .toList();
        var frozen = Frozen.of(all, people, SaidForm.ranks(session, all));
        draws.freeze(id, frozen);
        sessions.freeze(id, frozen.hash(rule(session)), clock.instant());
    }

    /// Seats everyone. The lottery comes from the value announced before, which must be known by now, and from the
    /// frozen wishes. Workshops whose part of the draw the verifier refuses are withheld and the others seated.
    @Transactional
    Outcome run(SessionId id, String publicValue) {
        close(id);
        var session = sessions.hold(id).orElseThrow();
        if (session.state() == State.SEATED) {
            return again(session);
        }
        if (session.state() != State.CLOSED) {
            return new Outcome.Refused("Les vœux de cette session ne sont pas clos.");
        }
        if (session.drawing().at().isAfter(clock.instant())) {
            return new Outcome.Refused("La valeur annoncée n'est pas encore connue : revenez à l'heure dite.");
        }
        var seed = Lottery.seed(
                publicValue, Objects.requireNonNull(session.drawing().frozenHash()));
        var agreed = auditor.seating(draws.frozen(id).orElseThrow(), rule(session), seed);
        if (agreed.isEmpty()) {
            return new Outcome.Refused(
                    "Le contrôle indépendant refuse ce calcul : aucune place n'est donnée, et aucun vœu n'est perdu. Prévenez l'équipe qui tient la plateforme, puis recommencez.");
        }
        keep(session, agreed.get(), publicValue, seed);
        seat(session, agreed.get().allocation(), parties.people(id));
        withhold(id, agreed.get());
        sessions.setState(id, State.SEATED);
        var seated = sessions.find(id).orElseThrow();
        heralds.tellAll(What.SEATED, seated);
        pass(seated);
        return new Outcome.Done();
    }

    /// Makes the draw once more for those whose workshops were withheld: the same wishes, the same lottery. Who took a
    /// free seat meanwhile keeps it.
    private Outcome again(Session session) {
        var all = workshops.of(session.id());
        var withheld = all.stream().filter(Workshop::withheld).toList();
        if (withheld.isEmpty()) {
            return new Outcome.Done();
        }
        var awaiting = parties.people(session.id()).stream()
                .filter(person -> person.awaits(all))
                .toList();
        var first = draws.of(session.id()).getFirst();
        var agreed = auditor.seating(draws.frozen(session.id()).orElseThrow(), rule(session), first.seed())
                .filter(Auditor.Agreed::isWhole);
        if (agreed.isEmpty()) {
            return new Outcome.Refused(
                    "Le contrôle indépendant refuse encore ce calcul : rien n'a changé. Prévenez l'équipe qui tient la plateforme.");
        }
        keep(session, agreed.get(), first.publicValue(), first.seed());
        seat(session, agreed.get().allocation(), awaiting);
        withheld.forEach(workshop -> workshops.withhold(workshop.id(), false));
        tell(session, What.SEATED, awaiting);
        pass(session);
        return new Outcome.Done();
    }

    /// After somebody left or seats were added: whoever can have a wish they like better has it, nobody has a worse
    /// one. Only those who gain are told. Nothing from the eve of the session: people have made their plans.
    @Transactional(propagation = Propagation.MANDATORY)
    void pass(Session session) {
        if (session.seatsMayMoveAt(clock.instant())) {
            tell(session, What.GAINED, improve(session));
        }
    }

    /// The people of workshops just cancelled get other wishes of theirs as far as there is room, and nobody else has a
    /// worse seat. All of them are told, whatever the day.
    @Transactional(propagation = Propagation.MANDATORY)
    void reseat(Session session, WorkshopId cancelled) {
        var stranded = parties.people(session.id()).stream()
                .filter(person -> cancelled.equals(person.seat()))
                .toList();
        stranded.forEach(person -> parties.seat(person.id(), null, null));
        var moved = improve(session);
        var told = stranded.stream().map(Participant::party).collect(Collectors.toSet());
        tell(session, What.RESEATED, stranded);
        tell(
                session,
                What.GAINED,
                moved.stream().filter(person -> !told.contains(person.party())).toList());
    }

    /// Passes until one changes nothing: a seat somebody leaves in one may please somebody served before. Answers whose
    /// seat changed.
    private Collection<Participant> improve(Session session) {
        var moved = new LinkedHashMap<UUID, Participant>();
        var more = improveOnce(session);
        while (!more.isEmpty()) {
            more.forEach(person -> moved.put(person.id(), person));
            more = improveOnce(session);
        }
        return moved.values();
    }

    /// Runs a pass and keeps it when it changes anything. One that the verifier refuses leaves seats as they are.
    private Set<Participant> improveOnce(Session session) {
        var first = draws.of(session.id()).getFirst();
        var pass = passes.of(session);
        var moved = pass.moved();
        if (moved.isEmpty() || auditor.agreed(pass.allocation(), first.seed()).isEmpty()) {
            return Set.of();
        }
        keep(session, pass.allocation(), Kind.PASS, first.publicValue(), first.seed(), null);
        moved.forEach((person, seat) -> parties.seat(person.id(), seat, person.rankOf(seat)));
        return moved.keySet();
    }

    private void tell(Session session, What what, Collection<Participant> people) {
        var concerned = people.stream().map(Participant::party).collect(Collectors.toSet());
        heralds.tell(
                what,
                session,
                parties.of(session.id()).stream()
                        .filter(party -> concerned.contains(party.id()))
                        .toList());
    }

    /// Only of the whole can it be said that it comes from the wishes that were frozen.
    private void keep(Session session, Auditor.Agreed agreed, String publicValue, String seed) {
        keep(session, agreed.allocation(), Kind.FIRST, publicValue, seed, agreed.isWhole() ? publicValue : null);
    }

    private void keep(
            Session session,
            Allocation allocation,
            Kind kind,
            String publicValue,
            String seed,
            @Nullable String seedComesFrom) {
        var record = Audit.written(allocation, seed, seedComesFrom);
        var number = draws.of(session.id()).size() + 1;
        draws.insert(session.id(), new Made(number, clock.instant(), kind, publicValue, seed, digest(record)), record);
    }

    private void withhold(SessionId id, Auditor.Agreed agreed) {
        Frozen.names(workshops.of(id)).forEach((workshop, name) -> {
            if (agreed.withheld().contains(name)) {
                workshops.withhold(workshop, true);
            }
        });
    }

    /// Gives its seat to each of these who still come, in a workshop that is still held.
    private void seat(Session session, Allocation allocation, List<Participant> seated) {
        var all = workshops.of(session.id());
        var cancelled =
                all.stream().filter(Workshop::cancelled).map(Workshop::id).collect(Collectors.toSet());
        var names =
                Frozen.names(all).entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        var people = seated.stream().collect(Collectors.toMap(Participant::pseudonym, Function.identity()));
        var instance = allocation.instance();
        for (var at = 0; at < instance.participants(); at++) {
            var person = people.get(instance.participant(at));
            if (allocation.workshop(at) != Allocation.NO_SEAT && person != null && person.stands()) {
                var seat = Objects.requireNonNull(names.get(
                        instance.workshops().get(allocation.workshop(at)).id()));
                if (!cancelled.contains(seat)) {
                    parties.seat(person.id(), seat, person.rankOf(seat));
                }
            }
        }
    }

    private static fr.preau.allocation.Rule rule(Session session) {
        return Objects.requireNonNull(session.drawing().rule());
    }

    private static String digest(String record) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(record.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }
}
