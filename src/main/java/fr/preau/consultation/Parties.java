package fr.preau.consultation;

import fr.preau.account.MailAddress;
import fr.preau.consultation.PartyTold.What;
import fr.preau.web.LinkKey;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
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
    /// A school of 1,500 behind one network address never meets it.
    private static final int AN_HOUR_FROM_ONE_PLACE = 2_000;

    private static final Outcome.Refused ERASED = new Outcome.Refused("Tout ce que ce lien ouvrait est effacé.");
    private static final Outcome.Refused SEATS_GIVEN = new Outcome.Refused(
            "Les places ont été données pendant que vous écriviez : choisissez un atelier qui en a encore une.");

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

    /// Whether this key once opened what was erased since.
    boolean isErased(String key) {
        return LinkKey.isOne(key) && parties.isErased(key);
    }

    /// Registers one person under an address; who left and comes back with it is registered again under the same link.
    /// An address whose people still come gets its link again, and nothing else: the answer never tells which.
    @Transactional
    Outcome join(SessionId id, MailAddress mail, Said said, UUID form, String network) {
        var session = sessions.hold(id).orElseThrow();
        var once = once(form, id.value() + " " + mail, said);
        if (parties.knows(once)) {
            return new Outcome.Done();
        }
        if (attempts.add("network " + network, clock.instant()) > AN_HOUR_FROM_ONE_PLACE) {
            return new Outcome.Refused("Trop d'inscriptions sont venues d'ici depuis une heure. Réessayez plus tard.");
        }
        var refusal = refusal(session, said);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var known = parties.findByMail(id, mail.value());
        if (known.isPresent() && !known.get().standing().isEmpty()) {
            remind(session, known.get(), mail);
            return new Outcome.Done();
        }
        return insert(session, known.orElseGet(() -> begin(id, mail)), said, once, What.RECEIVED);
    }

    private void remind(Session session, Party known, MailAddress mail) {
        if (attempts.add("mail " + session.id().value() + mail, clock.instant()) <= TOLD_AGAIN_AN_HOUR) {
            heralds.tell(What.KNOWN, session, known, List.of());
        }
    }

    private Party begin(SessionId id, MailAddress mail) {
        var party = new Party(UUID.randomUUID(), id, mail.value(), LinkKey.fresh(), List.of());
        parties.insert(party, clock.instant());
        return party;
    }

    /// One more person under the same link.
    @Transactional
    Outcome add(Party party, Said said, UUID form) {
        var session = sessions.hold(party.session()).orElseThrow();
        var now = parties.find(party.id());
        if (now.isEmpty()) {
            return ERASED;
        }
        var once = once(form, party.id().toString(), said);
        if (parties.knows(once)) {
            return new Outcome.Done();
        }
        if (now.get().standing().size() >= Party.MOST) {
            return new Outcome.Refused("Un même lien inscrit %d personnes au plus.".formatted(Party.MOST));
        }
        var what = now.get().standing().isEmpty() ? What.RECEIVED : What.ADDED;
        return refusal(session, said).orElseGet(() -> insert(session, now.get(), said, once, what));
    }

    /// The same form with the same words is the same person; corrected and sent again, it is another.
    private static UUID once(UUID form, String where, Said said) {
        return UUID.nameUUIDFromBytes((form + " " + where + " " + said).getBytes(StandardCharsets.UTF_8));
    }

    /// Why nobody comes in this way now: asked before anything is written.
    private Optional<Outcome> refusal(Session session, Said said) {
        var now = clock.instant();
        if (!session.takesWishesAt(now) && !session.takesLateComersAt(now)) {
            return Optional.of(Outcome.closed(session, now));
        }
        if (session.state() != Session.State.SEATED || isFree(session.id(), said.seat())) {
            return Optional.empty();
        }
        return Optional.of(said.seat() == null ? SEATS_GIVEN : new Outcome.Full());
    }

    private Outcome insert(Session session, Party party, Said said, UUID form, What what) {
        var person = Participant.fresh(party.id(), pseudonym(), said);
        parties.insert(session.id(), person, form, clock.instant());
        if (session.state() == Session.State.SEATED) {
            parties.choose(person.id(), Objects.requireNonNull(said.seat()), null);
        }
        heralds.tell(what, session, parties.find(party.id()).orElseThrow(), List.of(person));
        return new Outcome.Done();
    }

    /// Other wishes, while they are taken. `lock` is that of the person when the form was shown.
    @Transactional
    Outcome change(Party party, Participant person, Said said, int lock) {
        var session = sessions.hold(party.session()).orElseThrow();
        var before = current(party, person);
        if (before.isEmpty()) {
            return ERASED;
        }
        if (!session.takesWishesAt(clock.instant()) || before.get().withdrawn()) {
            return Outcome.closed(session, clock.instant());
        }
        if (before.get().lock() != lock) {
            return new Outcome.Stale();
        }
        var after = before.get().saying(said);
        if (!after.equals(before.get())) {
            parties.change(after);
            var what = after.wishes().equals(before.get().wishes()) ? What.CHANGED : What.REWISHED;
            heralds.tell(what, session, parties.find(party.id()).orElseThrow(), List.of(before.get()));
        }
        return new Outcome.Done();
    }

    /// A seat that nobody holds, for someone the draw left without one or who would rather sit there.
    @Transactional
    Outcome take(Party party, Participant person, WorkshopId workshop, int lock) {
        var session = sessions.hold(party.session()).orElseThrow();
        var before = current(party, person);
        if (before.isEmpty()) {
            return ERASED;
        }
        var now = before.get();
        if (!session.takesLateComersAt(clock.instant()) || now.withdrawn()) {
            return Outcome.closed(session, clock.instant());
        }
        if (workshop.equals(now.seat())) {
            return new Outcome.Done();
        }
        if (now.lock() != lock) {
            return new Outcome.Stale();
        }
        if (!isFree(session.id(), workshop)) {
            return new Outcome.Full();
        }
        parties.choose(person.id(), workshop, now.rankOf(workshop));
        heralds.tell(What.TAKEN, session, parties.find(party.id()).orElseThrow(), List.of(now));
        if (now.seat() != null) {
            draws.pass(session);
        }
        return new Outcome.Done();
    }

    /// Leaves: the seat goes, in the same transaction, to whom it makes happier.
    @Transactional
    Outcome withdraw(Party party, Participant person) {
        var session = sessions.hold(party.session()).orElseThrow();
        var before = current(party, person).filter(Participant::stands);
        if (before.isPresent()) {
            parties.withdraw(person.id());
            heralds.tell(What.LEFT, session, parties.find(party.id()).orElseThrow(), List.of(before.get()));
            draws.pass(session);
        }
        return new Outcome.Done();
    }

    /// Leaves and is forgotten at once: address, names, needs, and the link.
    @Transactional
    void forget(Party party) {
        var session = sessions.hold(party.session()).orElseThrow();
        var before = parties.find(party.id());
        if (before.isPresent()) {
            var leaving = before.get().standing();
            leaving.forEach(person -> parties.withdraw(person.id()));
            heralds.tell(What.ERASED, session, parties.find(party.id()).orElseThrow(), leaving);
            forgetWho(before.get());
            draws.pass(session);
        }
    }

    /// Forgets whose these people are; what they wished and where they sat stays, under their pseudonyms.
    @Transactional
    void forgetWho(Party party) {
        var mail = party.mail();
        if (mail != null && parties.forget(party, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
            heralds.forgotten(party, mail);
        }
    }

    /// As they are now; nothing once they were erased.
    private Optional<Participant> current(Party party, Participant person) {
        return parties.find(party.id()).stream()
                .flatMap(now -> now.people().stream())
                .filter(one -> one.id().equals(person.id()))
                .findFirst();
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
