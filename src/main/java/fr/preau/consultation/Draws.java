package fr.preau.consultation;

import fr.preau.allocation.Allocation;
import fr.preau.allocation.Allocator;
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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// From ranked wishes to seats: freezing, the draw, the passes after withdrawals. Nothing is kept that the independent
/// verifier refuses.
@Service
class Draws {
    private final SessionRepository sessions;
    private final WorkshopRepository workshops;
    private final PartyRepository parties;
    private final DrawRepository draws;
    private final Heralds heralds;
    private final Clock clock;

    Draws(
            SessionRepository sessions,
            WorkshopRepository workshops,
            PartyRepository parties,
            DrawRepository draws,
            Heralds heralds,
            Clock clock) {
        this.sessions = sessions;
        this.workshops = workshops;
        this.parties = parties;
        this.draws = draws;
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
    /// frozen wishes.
    @Transactional
    Outcome run(SessionId id, String publicValue) {
        close(id);
        var session = sessions.hold(id).orElseThrow();
        if (session.state() == State.SEATED) {
            return new Outcome.Done();
        }
        if (session.state() != State.CLOSED) {
            return new Outcome.Refused("Les vœux de cette session ne sont pas clos.");
        }
        if (session.drawing().at().isAfter(clock.instant())) {
            return new Outcome.Refused("La valeur annoncée n'est pas encore connue : revenez à l'heure dite.");
        }
        var instance = draws.frozen(id).orElseThrow().instance();
        var seed = Lottery.seed(
                publicValue, Objects.requireNonNull(session.drawing().frozenHash()));
        var allocation = Allocator.run(instance, rule(session), Lottery.drawn(instance, seed));
        keep(session, allocation, Kind.FIRST, publicValue, seed);
        seat(session, allocation);
        sessions.setState(id, State.SEATED);
        var seated = sessions.find(id).orElseThrow();
        heralds.tellAll(What.SEATED, seated);
        pass(seated);
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

    /// Runs the pass and keeps it when it changes anything. Answers whose seat changed.
    private List<Participant> improve(Session session) {
        var first = draws.of(session.id()).getFirst();
        var names = Frozen.names(workshops.of(session.id()));
        var standing = parties.people(session.id()).stream()
                .filter(Participant::stands)
                .toList();
        var pass = new Pass(rule(session), workshops.of(session.id()), standing, names);
        var allocation = Allocator.run(pass.instance(), rule(session), Lottery.drawn(pass.instance(), first.seed()));
        var moved = pass.moved(allocation);
        if (!moved.isEmpty()) {
            keep(session, allocation, Kind.PASS, first.publicValue(), first.seed());
            moved.forEach((person, seat) -> parties.seat(person.id(), seat, person.rankOf(seat)));
        }
        return List.copyOf(moved.keySet());
    }

    private void tell(Session session, What what, List<Participant> people) {
        var concerned = people.stream().map(Participant::party).collect(Collectors.toSet());
        heralds.tell(
                what,
                session,
                parties.of(session.id()).stream()
                        .filter(party -> concerned.contains(party.id()))
                        .toList());
    }

    private void keep(Session session, Allocation allocation, Kind kind, String publicValue, String seed) {
        var record = Audit.written(allocation, seed, kind == Kind.FIRST ? publicValue : null);
        var report = Audit.verify(allocation, seed);
        if (!report.accepted()) {
            throw new IllegalStateException("the verifier refuses the draw: "
                    + report.faults().getFirst().kind());
        }
        var number = draws.of(session.id()).size() + 1;
        draws.insert(session.id(), new Made(number, clock.instant(), kind, publicValue, seed, digest(record)), record);
    }

    private void seat(Session session, Allocation allocation) {
        var names = Frozen.names(workshops.of(session.id())).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        var people = parties.people(session.id()).stream()
                .collect(Collectors.toMap(Participant::pseudonym, Function.identity()));
        var instance = allocation.instance();
        for (var at = 0; at < instance.participants(); at++) {
            var person = Objects.requireNonNull(people.get(instance.participant(at)));
            if (allocation.workshop(at) != Allocation.NO_SEAT && person.stands()) {
                var seat = Objects.requireNonNull(names.get(
                        instance.workshops().get(allocation.workshop(at)).id()));
                parties.seat(person.id(), seat, person.rankOf(seat));
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
