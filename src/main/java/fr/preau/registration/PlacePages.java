package fr.preau.registration;

import fr.preau.account.PersonId;
import fr.preau.event.Events;
import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import fr.preau.territory.School;
import fr.preau.territory.Schools;
import fr.preau.territory.Uai;
import fr.preau.web.French;
import fr.preau.web.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the page behind a waiting entry's link shows.
@Component
class PlacePages {
    private final WaitingRepository waiting;
    private final Events events;
    private final Schools schools;
    private final Clock clock;

    PlacePages(WaitingRepository waiting, Events events, Schools schools, Clock clock) {
        this.waiting = waiting;
        this.events = events;
        this.schools = schools;
        this.clock = clock;
    }

    record PlacePage(
            WaitingEntry entry,
            WaitingRepository.Ahead ahead,
            PublishedEvent event,
            PublishedSession session,
            @Nullable School school,
            Instant now) {
        Registration wanted() {
            return entry.wanted();
        }

        boolean isRegistered() {
            return entry.state() == WaitingEntry.State.ACCEPTED;
        }

        boolean isOffered() {
            return entry.isOfferedAt(now);
        }

        boolean waits() {
            return entry.waits();
        }

        boolean isLive() {
            return waits() || isOffered();
        }

        /// To ask for less than one person is to leave.
        boolean mayChange() {
            return isLive() && wanted().kind() != Registration.Kind.PUPIL && wanted().seats() > 1;
        }

        /// « Vous êtes 3e sur la liste : 2 demandes avant vous, dont 1 classe. »
        String rank() {
            return rank(ahead);
        }

        static String rank(WaitingRepository.Ahead ahead) {
            if (ahead.entries() == 0) {
                return "Vous êtes en tête de la liste : la prochaine offre est pour vous, dès qu'il y a assez de places.";
            }
            var classes = ahead.classes() == 0
                    ? ""
                    : ", dont %s".formatted(French.count(ahead.classes(), "classe", "classes"));
            return "Vous êtes %se sur la liste : %s avant vous%s (%s)."
                    .formatted(
                            French.number(ahead.entries() + 1L),
                            French.count(ahead.entries(), "demande", "demandes"),
                            classes,
                            French.count(ahead.seats(), "place", "places"));
        }

        /// Until when the offer holds, on the event's own clocks.
        String deadline() {
            return French.moment(
                    Objects.requireNonNull(entry.until()).atZone(session.start().getZone()));
        }

        /// The numbers as they are. The girls' is not among them: it is never shown by itself.
        Map<String, String> known() {
            return HeldPages.numbers(wanted());
        }
    }

    static NotFound unknown() {
        return new NotFound(
                "Ce lien n'ouvre aucune demande de liste d'attente. Vérifiez que l'adresse est entière, ou demandez un nouveau lien à la page « Retrouver mes inscriptions ».");
    }

    Optional<PlacePage> of(WaitingEntry entry) {
        return events.find(entry.event()).flatMap(event -> page(entry, event));
    }

    /// What the classes of a teacher wait for.
    List<PlacePage> of(PersonId teacher) {
        return pages(waiting.liveOf(teacher));
    }

    /// What the classes of a school wait for.
    List<PlacePage> of(Uai school) {
        return pages(waiting.liveOf(school));
    }

    private List<PlacePage> pages(List<WaitingEntry> entries) {
        var found = events.find(entries.stream().map(WaitingEntry::event).collect(Collectors.toSet()));
        return entries.stream()
                .flatMap(entry ->
                        Optional.ofNullable(found.get(entry.event())).flatMap(event -> page(entry, event)).stream())
                .toList();
    }

    private Optional<PlacePage> page(WaitingEntry entry, PublishedEvent event) {
        var uai = entry.wanted().school();
        var school = uai == null ? null : schools.find(uai).orElse(null);
        return event.sessions().stream()
                .filter(session -> session.id().equals(entry.session()))
                .findFirst()
                .map(session -> new PlacePage(entry, waiting.ahead(entry), event, session, school, clock.instant()));
    }
}
