package fr.preau.attendance;

import fr.preau.event.PublishedSession;
import fr.preau.registration.Held;
import fr.preau.registration.Registrations;
import fr.preau.territory.School;
import fr.preau.territory.Schools;
import fr.preau.territory.Uai;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Who is expected at a door and who came.
@Component
class GuestList {
    private final Registrations registrations;
    private final ArrivalRepository arrivals;
    private final WalkInRepository walkIns;
    private final Schools schools;

    GuestList(Registrations registrations, ArrivalRepository arrivals, WalkInRepository walkIns, Schools schools) {
        this.registrations = registrations;
        this.arrivals = arrivals;
        this.walkIns = walkIns;
        this.schools = schools;
    }

    /// Those whose seats stand; classes first, then by name.
    List<Guest> of(PublishedSession session) {
        return guests(session, all(session).stream().filter(Held::stands).toList());
    }

    List<Held> all(PublishedSession session) {
        return registrations.of(session.event(), session.id());
    }

    Guest guest(Held held) {
        var uai = held.registration().school();
        return Guest.of(
                held,
                arrivals.find(held.registration().id()).orElse(null),
                uai == null ? null : schools.find(uai).orElse(null));
    }

    List<Guest> guests(PublishedSession session, List<Held> held) {
        var came = arrivals.of(session.id());
        var places = schools(held);
        return held.stream()
                .map(one -> Guest.of(
                        one,
                        came.get(one.registration().id()),
                        one.registration().school() == null
                                ? null
                                : places.get(one.registration().school())))
                .toList();
    }

    HeadCount count(PublishedSession session, List<Guest> guests) {
        var announced = guests.stream()
                .map(guest -> Heads.announced(guest.registration()))
                .toList();
        var present = guests.stream().filter(Guest::isHere).toList();
        var seen = present.stream()
                .map(guest -> Objects.requireNonNull(guest.arrival()).heads())
                .toList();
        var counted = seen.stream().filter(heads -> heads.girls() != null).toList();
        return new HeadCount(
                new HeadCount.Registered(announced.size(), pupils(announced), adults(announced)),
                new HeadCount.Present(seen.size(), pupils(seen), adults(seen)),
                walkIns.people(session.id()),
                counted.size(),
                pupils(counted),
                counted.stream()
                        .mapToInt(heads -> Objects.requireNonNull(heads.girls()))
                        .sum());
    }

    private static int pupils(List<Heads> all) {
        return all.stream().mapToInt(Heads::pupils).sum();
    }

    private static int adults(List<Heads> all) {
        return all.stream().mapToInt(Heads::adults).sum();
    }

    private Map<Uai, School> schools(List<Held> held) {
        return schools.find(held.stream()
                .map(one -> one.registration().school())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }
}
