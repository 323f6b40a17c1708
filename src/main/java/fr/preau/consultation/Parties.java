package fr.preau.consultation;

import fr.preau.account.MailAddress;
import fr.preau.consultation.PartyTold.What;
import fr.preau.web.LinkKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Those who take part in a session: they say their wishes until it closes, take what is free after the draw, and may
/// leave at any time.
@Service
class Parties {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int TOLD_AGAIN_AN_HOUR = 3;
    private static final int AN_HOUR_FROM_ONE_PLACE = 300;

    private final PartyRepository parties;
    private final SessionRepository sessions;
    private final WorkshopRepository workshops;
    private final AttemptRepository attempts;
    private final Draws draws;
    private final Heralds heralds;
    private final Clock clock;

    Parties(
            PartyRepository parties,
            SessionRepository sessions,
            WorkshopRepository workshops,
            AttemptRepository attempts,
            Draws draws,
            Heralds heralds,
            Clock clock) {
        this.parties = parties;
        this.sessions = sessions;
        this.workshops = workshops;
        this.attempts = attempts;
        this.draws = draws;
        this.heralds = heralds;
        this.clock = clock;
    }

    /// What a person says of themselves. `seat` is what they chose among free workshops, once the draw is made.
    record Said(
            Category category,
            String called,
            List<WorkshopId> wishes,
            @Nullable WorkshopId seat,
            String needs) {}

    Optional<Party> behind(String key) {
        return LinkKey.isOne(key) ? parties.findByKey(key) : Optional.empty();
    }

    /// Registers one person under an address. One that has its page in this session already gets its link again, and
    /// nothing else: the answer never tells which.
    @Transactional
    Outcome join(SessionId id, MailAddress mail, Said said, UUID form, String network) {
        var session = sessions.hold(id).orElseThrow();
        if (parties.knows(form)) {
            return new Outcome.Done();
        }
        if (attempts.add("network " + network, clock.instant()) > AN_HOUR_FROM_ONE_PLACE) {
            return new Outcome.Refused("Trop d'inscriptions sont venues d'ici depuis une heure. Réessayez plus tard.");
        }
        var known = parties.findByMail(id, mail.value());
        if (known.isPresent()) {
            if (attempts.add("mail " + id.value() + mail, clock.instant()) <= TOLD_AGAIN_AN_HOUR) {
                heralds.tell(What.KNOWN, session, known.get());
            }
            return new Outcome.Done();
        }
        var party = new Party(UUID.randomUUID(), id, mail.value(), LinkKey.fresh(), List.of());
        parties.insert(party, clock.instant());
        return add(session, party, said, form, What.RECEIVED);
    }

    /// One more person under the same link.
    @Transactional
    Outcome add(Party party, Said said, UUID form) {
        var session = sessions.hold(party.session()).orElseThrow();
        if (parties.knows(form)) {
            return new Outcome.Done();
        }
        if (party.people().size() >= Party.MOST) {
            return new Outcome.Refused("Un même lien inscrit %d personnes au plus.".formatted(Party.MOST));
        }
        return add(session, party, said, form, What.RECEIVED);
    }

    private Outcome add(Session session, Party party, Said said, UUID form, What what) {
        var now = clock.instant();
        if (!session.takesWishesAt(now) && !session.takesLateComersAt(now)) {
            return Outcome.closed(session, now);
        }
        var person = new Participant(
                UUID.randomUUID(),
                party.id(),
                pseudonym(),
                said.called(),
                said.category(),
                said.wishes(),
                null,
                null,
                false,
                said.needs());
        if (session.state() == Session.State.SEATED && !isFree(session.id(), said.seat())) {
            return new Outcome.Full();
        }
        parties.insert(session.id(), person, form, now);
        if (session.state() == Session.State.SEATED) {
            parties.seat(person.id(), said.seat(), null);
        }
        heralds.tell(what, session, parties.findByKey(party.key()).orElseThrow());
        return new Outcome.Done();
    }

    /// Other wishes, while they are taken.
    @Transactional
    Outcome change(Party party, Participant person, Said said) {
        var session = sessions.hold(party.session()).orElseThrow();
        if (!session.takesWishesAt(clock.instant()) || person.withdrawn()) {
            return Outcome.closed(session, clock.instant());
        }
        parties.change(new Participant(
                person.id(),
                person.party(),
                person.pseudonym(),
                said.called(),
                said.category(),
                said.wishes(),
                null,
                null,
                false,
                said.needs()));
        return new Outcome.Done();
    }

    /// A seat that nobody holds, for someone the draw left without one or who would rather sit there.
    @Transactional
    Outcome take(Party party, Participant person, WorkshopId workshop) {
        var session = sessions.hold(party.session()).orElseThrow();
        if (!session.takesLateComersAt(clock.instant()) || person.withdrawn()) {
            return Outcome.closed(session, clock.instant());
        }
        var now = current(party, person);
        if (workshop.equals(now.seat())) {
            return new Outcome.Done();
        }
        if (!isFree(session.id(), workshop)) {
            return new Outcome.Full();
        }
        var place = now.wishes().indexOf(workshop);
        parties.seat(person.id(), workshop, place < 0 ? null : place + 1);
        heralds.tell(What.CHANGED, session, parties.findByKey(party.key()).orElseThrow());
        if (now.seat() != null) {
            draws.pass(session);
        }
        return new Outcome.Done();
    }

    /// Leaves: the seat goes, in the same transaction, to whom it makes happier.
    @Transactional
    Outcome withdraw(Party party, Participant person) {
        var session = sessions.hold(party.session()).orElseThrow();
        if (current(party, person).withdrawn()) {
            return new Outcome.Done();
        }
        parties.withdraw(person.id());
        heralds.tell(What.CHANGED, session, parties.findByKey(party.key()).orElseThrow());
        draws.pass(session);
        return new Outcome.Done();
    }

    /// Leaves and is forgotten at once: address, names and needs.
    @Transactional
    void forget(Party party) {
        party.standing().forEach(person -> withdraw(party, person));
        parties.forget(party.id());
    }

    private Participant current(Party party, Participant person) {
        return parties.findByKey(party.key()).orElseThrow().people().stream()
                .filter(one -> one.id().equals(person.id()))
                .findFirst()
                .orElseThrow();
    }

    private boolean isFree(SessionId session, @Nullable WorkshopId workshop) {
        return workshops.of(session).stream()
                .filter(one -> one.id().equals(workshop) && one.held())
                .anyMatch(one -> parties.taken(session).getOrDefault(one.id(), 0) < one.seats());
    }

    private static String pseudonym() {
        return RANDOM.ints(10, 0, LETTERS.length())
                .mapToObj(place -> LETTERS.substring(place, place + 1))
                .reduce("", String::concat);
    }
}
