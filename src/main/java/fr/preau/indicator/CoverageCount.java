package fr.preau.indicator;

import fr.preau.event.Format;
import fr.preau.event.SeatFigures;
import fr.preau.event.SeatFigures.Offer;
import fr.preau.programme.EditionId;
import fr.preau.registration.BookingFigures;
import fr.preau.registration.GirlsTold;
import fr.preau.school.Commitments;
import fr.preau.territory.NsiLycees;
import fr.preau.territory.Schools;
import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import fr.preau.territory.Uai;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Counts an edition's coverage: each module below gives its own figures in one query, and they meet here by
/// département.
@Component
class CoverageCount {
    private final SeatFigures seats;
    private final BookingFigures bookings;
    private final Commitments commitments;
    private final NsiLycees lycees;
    private final Schools schools;
    private final Territories territories;

    CoverageCount(
            SeatFigures seats,
            BookingFigures bookings,
            Commitments commitments,
            NsiLycees lycees,
            Schools schools,
            Territories territories) {
        this.seats = seats;
        this.bookings = bookings;
        this.commitments = commitments;
        this.lycees = lycees;
        this.schools = schools;
        this.territories = territories;
    }

    @Transactional(readOnly = true)
    public Coverage of(EditionId edition, Instant now) {
        var offers = seats.of(edition);
        var booked = booked(edition, offers);
        var teaching = Teaching.of(lycees.all(), Nearby.of(offers));
        var counts = new HashMap<Territory, Counts>();
        for (var territory : territories.all()) {
            var codes = territories.codesOf(territory);
            counts.put(
                    territory,
                    new Counts(
                            offered(offers, territory, codes),
                            sum(booked, codes, Counts.Booked.NOTHING, Counts.Booked::plus),
                            sum(teaching.counts(), codes, Counts.Taught.NOTHING, Counts.Taught::plus)));
        }
        return new Coverage(now, counts, shown(counts), teaching.lonely(), everywhere(offers), teaching.years());
    }

    private Map<String, Counts.Booked> booked(EditionId edition, List<Offer> offers) {
        var committed = commitments.committed(edition);
        var found = bookings.bySchool(offers.stream().map(Offer::event).toList());
        var named = new HashSet<Uai>(committed);
        found.forEach(school -> named.add(school.school()));
        var departements = schools.departementsOf(named);
        var booked = new HashMap<String, Counts.Booked>();
        committed.forEach(
                school -> add(booked, departements.get(school), new Counts.Booked(1, 0, 0, 0, GirlsTold.NOTHING)));
        found.forEach(school -> add(
                booked,
                departements.get(school.school()),
                new Counts.Booked(0, 1, school.classes(), school.pupils(), school.told())));
        return booked;
    }

    /// A school the directory does not know is nowhere.
    private static void add(
            Map<String, Counts.Booked> all, @org.jspecify.annotations.Nullable String departement, Counts.Booked one) {
        if (departement != null) {
            all.merge(departement, one, Counts.Booked::plus);
        }
    }

    /// The nation also counts what is online or offered everywhere.
    private static Counts.Offered offered(List<Offer> offers, Territory territory, Set<String> codes) {
        var here = offers.stream()
                .filter(offer ->
                        territory.equals(Territory.NATION) || !Collections.disjoint(offer.departements(), codes))
                .toList();
        var visits = here.stream().filter(CoverageCount::comes).toList();
        var places = here.stream().filter(offer -> !comes(offer)).toList();
        return new Counts.Offered(here.size(), seats(places), left(places), seats(visits), left(visits));
    }

    private static boolean comes(Offer offer) {
        return offer.format() == Format.AT_SCHOOL;
    }

    private static int seats(Collection<Offer> offers) {
        return offers.stream().mapToInt(Offer::seats).sum();
    }

    private static int left(Collection<Offer> offers) {
        return offers.stream().mapToInt(Offer::left).sum();
    }

    private static int everywhere(List<Offer> offers) {
        return (int)
                offers.stream().filter(offer -> offer.departements().isEmpty()).count();
    }

    private static <T> T sum(Map<String, T> all, Set<String> codes, T nothing, BinaryOperator<T> plus) {
        return codes.stream()
                .map(code -> Optional.ofNullable(all.get(code)))
                .flatMap(Optional::stream)
                .reduce(nothing, plus);
    }

    private Set<Territory> shown(Map<Territory, Counts> counts) {
        return Disclosure.shown(node(Territory.NATION, counts));
    }

    private Disclosure.Node<Territory> node(Territory territory, Map<Territory, Counts> counts) {
        var parts = territories.partsOf(territory);
        return parts.isEmpty()
                ? Disclosure.Node.leaf(
                        territory,
                        Optional.ofNullable(counts.get(territory))
                                .orElseThrow()
                                .booked()
                                .told())
                : Disclosure.Node.of(
                        territory,
                        parts.stream().map(part -> node(part, counts)).toList());
    }
}
