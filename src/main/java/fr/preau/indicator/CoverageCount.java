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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
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
    private final PublishedRepository published;
    private final Publishing publishing;

    CoverageCount(
            SeatFigures seats,
            BookingFigures bookings,
            Commitments commitments,
            NsiLycees lycees,
            Schools schools,
            Territories territories,
            PublishedRepository published) {
        this.seats = seats;
        this.bookings = bookings;
        this.commitments = commitments;
        this.lycees = lycees;
        this.schools = schools;
        this.territories = territories;
        this.published = published;
        this.publishing = new Publishing(territories);
    }

    /// Shares of girls are published under a lock taken before anything is counted: two nodes agree on what was shown.
    @Transactional
    public Coverage of(EditionId edition, Instant now) {
        var before = published.lock(edition);
        var offers = seats.of(edition);
        var found = bookings.bySchool(offers.stream().map(Offer::event).toList());
        var booked = booked(edition, found);
        var after = publishing.next(before, told(found));
        published.write(edition, before, after);
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
        return new Coverage(
                now, counts, publishing.shares(after), teaching.lonely(), everywhere(offers), teaching.years());
    }

    /// By département, what schools told of their classes.
    private Map<String, Told> told(List<BookingFigures.OfSchool> found) {
        var departements = schools.departementsOf(
                found.stream().map(BookingFigures.OfSchool::school).toList());
        return found.stream()
                .filter(school -> departements.containsKey(school.school()))
                .filter(school -> school.told().classes() > 0)
                .collect(Collectors.groupingBy(
                        school -> Objects.requireNonNull(departements.get(school.school())),
                        Collectors.collectingAndThen(
                                Collectors.toMap(BookingFigures.OfSchool::school, BookingFigures.OfSchool::told),
                                Told::new)));
    }

    private Map<String, Counts.Booked> booked(EditionId edition, List<BookingFigures.OfSchool> found) {
        var committed = commitments.committed(edition);
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
}
