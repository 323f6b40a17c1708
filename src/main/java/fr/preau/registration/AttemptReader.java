package fr.preau.registration;

import fr.preau.event.EventId;
import fr.preau.event.Events;
import fr.preau.event.Format;
import fr.preau.event.PublishedEvent;
import fr.preau.event.SessionId;
import fr.preau.programme.Editions;
import fr.preau.territory.School;
import fr.preau.territory.Schools;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Reads what the rules look at.
@Component
class AttemptReader {
    private final Events events;
    private final Editions editions;
    private final Schools schools;
    private final Clock clock;

    AttemptReader(Events events, Editions editions, Schools schools, Clock clock) {
        this.events = events;
        this.editions = editions;
        this.schools = schools;
        this.clock = clock;
    }

    /// Empty when there is no such session in this event.
    Optional<Attempt> at(EventId event, SessionId session, Party party) {
        return at(events.find(event), session, party);
    }

    private Optional<Attempt> at(Optional<PublishedEvent> event, SessionId session, Party party) {
        return event.flatMap(found -> found.sessions().stream()
                .filter(one -> one.id().equals(session))
                .findFirst()
                .flatMap(one -> editions.lately(found.edition())
                        .map(edition -> new Attempt(found, one, edition, party, clock.instant()))));
    }

    Optional<Attempt> of(SeatRequest request) {
        return of(request, events.find(request.event()));
    }

    /// As things were a moment ago: enough to go and ask the counter, never to refuse.
    Optional<Attempt> lately(SeatRequest request) {
        return of(request, events.lately(request.event()));
    }

    private Optional<Attempt> of(SeatRequest request, Optional<PublishedEvent> event) {
        var registrant = request.registrant();
        return at(event, request.session(), Party.smallest(registrant.kind()))
                .map(attempt -> attempt.by(party(request, attempt.event())));
    }

    private Party party(SeatRequest request, PublishedEvent event) {
        var children = request.children().stream().map(Registrant.Pupil::level).toList();
        return switch (request.registrant()) {
            case Registrant.Pupil pupil ->
                new Party(Registration.Kind.PUPIL, pupil.level(), request.people(), true, children);
            case Registrant.Adult _ -> new Party(Registration.Kind.ADULT, null, request.people(), true, children);
            case Registrant.ClassGroup group ->
                new Party(
                        Registration.Kind.CLASS,
                        group.level(),
                        ClassChange.seats(group.headcount(), event),
                        event.format() != Format.AT_SCHOOL || isOffered(event, group));
        };
    }

    private boolean isOffered(PublishedEvent event, Registrant.ClassGroup group) {
        var departement = schools.find(group.school()).map(School::departement);
        var offeredIn = events.offeredIn(event.id());
        return offeredIn.isEmpty() || departement.filter(offeredIn::contains).isPresent();
    }
}
