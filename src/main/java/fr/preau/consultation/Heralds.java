package fr.preau.consultation;

import fr.preau.consultation.PartyTold.Place;
import fr.preau.consultation.PartyTold.What;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Says to those who registered what happened to their session or their seat.
@Component
class Heralds {
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

    void tell(What what, Session session, Party party) {
        tell(what, session, List.of(party));
    }

    void tellAll(What what, Session session) {
        tell(what, session, parties.of(session.id()));
    }

    /// Those whose people are all gone are told nothing more, except that they left.
    void tell(What what, Session session, List<Party> told) {
        var consultation = consultations.find(session.consultation()).orElseThrow();
        var rooms = workshops.of(session.id()).stream().collect(Collectors.toMap(Workshop::id, Function.identity()));
        for (var party : told) {
            var mail = party.mail();
            if (mail != null && (what == What.CHANGED || !party.standing().isEmpty())) {
                var people = party.standing().stream()
                        .map(person -> place(person, rooms))
                        .toList();
                news.publishEvent(new PartyTold(what, consultation, session, party.id(), mail, party.path(), people));
            }
        }
    }

    private static Place place(Participant person, Map<WorkshopId, Workshop> rooms) {
        var wishes = person.wishes().size();
        var workshop = person.seat() == null ? null : rooms.get(person.seat());
        return workshop == null
                ? new Place(person.label(), null, "", "", null, wishes, person.awaits(rooms.values()))
                : new Place(
                        person.label(),
                        workshop.title(),
                        workshop.place().room(),
                        workshop.place().video(),
                        person.rank(),
                        wishes,
                        false);
    }
}
