package fr.preau.school;

import fr.preau.event.EventId;
import fr.preau.event.Events;
import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import fr.preau.programme.Edition;
import fr.preau.registration.ClassBookings;
import fr.preau.registration.ClassBookings.Booking;
import fr.preau.territory.School;
import fr.preau.web.French;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Gathers a school's programme: what its classes booked, what it hosts, what its staff advise.
@Component
class ProgrammeReader {
    private final Commitments commitments;
    private final RecommendationRepository recommendations;
    private final ClassBookings bookings;
    private final Events events;
    private final Clock clock;

    ProgrammeReader(
            Commitments commitments,
            RecommendationRepository recommendations,
            ClassBookings bookings,
            Events events,
            Clock clock) {
        this.commitments = commitments;
        this.recommendations = recommendations;
        this.bookings = bookings;
        this.events = events;
        this.clock = clock;
    }

    private record Reasons(
            Map<EventId, List<Booking>> classes, Map<EventId, Recommendation> advice, Edition edition, School school) {}

    /// All of it, for the school's staff.
    @Transactional(readOnly = true)
    public Programme whole(Edition edition, School school) {
        var advice = recommendations.of(edition.id(), school.uai());
        return programme(edition, school, advice, _ -> true);
    }

    /// What others read: only the sentences the head published; what was cancelled, until its day is over.
    @Transactional(readOnly = true)
    public Programme published(Edition edition, School school) {
        var now = clock.instant();
        var advice = recommendations.of(edition.id(), school.uai()).stream()
                .filter(one -> one.shown() != null)
                .toList();
        return programme(edition, school, advice, entry -> !entry.cancelled() || !entry.isOver(now));
    }

    private Programme programme(
            Edition edition, School school, List<Recommendation> advice, Predicate<ProgrammeEntry> filter) {
        var classes = bookings.of(school.uai()).stream().collect(Collectors.groupingBy(Booking::event));
        var reasons = new Reasons(
                classes,
                advice.stream().collect(Collectors.toMap(Recommendation::event, Function.identity())),
                edition,
                school);
        var entries = found(reasons).values().stream()
                .map(event -> entry(event, reasons))
                .filter(entry -> !entry.sessions().isEmpty() && filter.test(entry))
                .sorted(Comparator.comparing(
                                (ProgrammeEntry entry) -> entry.start().toInstant())
                        .thenComparing(entry -> entry.event().title()))
                .toList();
        var commitment = commitments.find(edition.id(), school.uai()).orElse(null);
        return new Programme(school, edition, commitment, entries);
    }

    private Map<EventId, PublishedEvent> found(Reasons reasons) {
        var ids = new HashSet<>(reasons.classes().keySet());
        ids.addAll(reasons.advice().keySet());
        var found = new HashMap<>(events.find(ids));
        found.values()
                .removeIf(event -> !event.edition().equals(reasons.edition().id()));
        events.hostedBy(reasons.school().uai(), reasons.edition().id()).forEach(event -> found.put(event.id(), event));
        return found;
    }

    private static ProgrammeEntry entry(PublishedEvent event, Reasons reasons) {
        var booked = reasons.classes().getOrDefault(event.id(), List.of());
        var advice = reasons.advice().get(event.id());
        var hosted = reasons.school().uai().equals(event.venue());
        return new ProgrammeEntry(
                event,
                kind(event, reasons.edition()),
                sessions(event, hosted || advice != null ? null : booked),
                booked.stream().filter(Booking::standing).toList(),
                hosted,
                advice,
                reasons.edition().registrationsClose());
    }

    /// Those the classes go to, or all of them. A cancelled one is spoken of only when its class has nowhere else to
    /// go.
    private static List<PublishedSession> sessions(PublishedEvent event, @Nullable List<Booking> booked) {
        var all = event.sessions().stream()
                .filter(session -> booked == null
                        || booked.stream()
                                .anyMatch(one -> one.session().equals(session.id())
                                        && (one.standing() || session.cancelled() || event.cancelled())))
                .toList();
        var held = all.stream().filter(session -> !session.cancelled()).toList();
        return held.isEmpty() ? all : held;
    }

    private static String kind(PublishedEvent event, Edition edition) {
        return French.sentence(edition.kindName(event.kind()));
    }
}
