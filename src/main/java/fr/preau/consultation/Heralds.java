package fr.preau.consultation;

import fr.preau.consultation.PartyTold.Cause;
import fr.preau.consultation.PartyTold.Place;
import fr.preau.consultation.PartyTold.What;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Says to those who registered what happened to their session or their seat.
@Component
class Heralds {
    /// What those whose people are all gone are told all the same.
    private static final Set<What> FAREWELLS = EnumSet.of(What.LEFT, What.ERASED);

    private final ConsultationRepository consultations;
    private final WorkshopRepository workshops;
    private final PartyRepository parties;
    private final ApplicationEventPublisher news;

    Heralds(
            ConsultationRepository consultations,
            WorkshopRepository workshops,
            PartyRepository parties,
            ApplicationEventPublisher news) {
        this.consultations = consultations;
        this.workshops = workshops;
        this.parties = parties;
        this.news = news;
    }

    /// `whom` are those it happened to, as they were before.
    void tell(What what, Session session, Party party, Collection<Participant> whom) {
        tell(what, session, List.of(party), whom, Cause.NONE);
    }

    void tellAll(What what, Session session, Cause cause) {
        tell(what, session, parties.of(session.id()), List.of(), cause);
    }

    /// The parties of these people, who are as they were before.
    void tell(What what, Session session, Collection<Participant> whom, Cause cause) {
        var concerned = whom.stream().map(Participant::party).collect(Collectors.toSet());
        var told = parties.of(session.id()).stream()
                .filter(party -> concerned.contains(party.id()))
                .toList();
        tell(what, session, told, whom, cause);
    }

    void forgotten(Party party, String mail) {
        news.publishEvent(new PartyForgotten(party.id(), party.session(), mail));
    }

    private void tell(What what, Session session, Collection<Party> told, Collection<Participant> whom, Cause cause) {
        var consultation = consultations.find(session.consultation()).orElseThrow();
        var rooms = new Rooms(workshops.of(session.id()));
        for (var party : told) {
            var mail = party.mail();
            if (mail != null && (FAREWELLS.contains(what) || !party.standing().isEmpty())) {
                news.publishEvent(new PartyTold(
                        what,
                        consultation,
                        session,
                        party.id(),
                        mail,
                        party.path(),
                        party.standing().stream().map(rooms::place).toList(),
                        whom.stream()
                                .filter(person -> person.party().equals(party.id()))
                                .map(person -> rooms.moved(person, party))
                                .toList(),
                        cause));
            }
        }
    }

    /// The workshops of a session, by what people hold of them.
    private record Rooms(List<Workshop> all, Map<WorkshopId, Workshop> byId) {
        Rooms(List<Workshop> all) {
            this(all, all.stream().collect(Collectors.toMap(Workshop::id, Function.identity())));
        }

        Place place(Participant person) {
            return place(person, null);
        }

        /// Where somebody is now, and where they were.
        Place moved(Participant before, Party party) {
            var title = before.seat() == null ? null : title(before.seat());
            return place(now(before.id(), party, before), title);
        }

        private static Participant now(UUID id, Party party, Participant otherwise) {
            return party.people().stream()
                    .filter(person -> person.id().equals(id))
                    .findFirst()
                    .orElse(otherwise);
        }

        private Place place(Participant person, @org.jspecify.annotations.Nullable String before) {
            var workshop = person.seat() == null ? null : byId.get(person.seat());
            return new Place(
                    person.label(),
                    person.pseudonym(),
                    workshop == null ? null : workshop.title(),
                    workshop == null ? "" : workshop.place().room(),
                    workshop == null ? "" : workshop.place().video(),
                    workshop == null ? null : person.rank(),
                    person.wishes().stream()
                            .filter(wish ->
                                    byId.containsKey(wish) && !workshop(wish).cancelled())
                            .map(this::title)
                            .toList(),
                    person.awaits(all),
                    before);
        }

        private String title(WorkshopId id) {
            return workshop(id).title();
        }

        private Workshop workshop(WorkshopId id) {
            return Objects.requireNonNull(byId.get(id));
        }
    }
}
