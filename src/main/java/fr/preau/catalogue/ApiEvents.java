package fr.preau.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import fr.preau.event.Audience;
import fr.preau.event.Catalogue;
import fr.preau.event.EventKinds;
import fr.preau.event.Format;
import fr.preau.event.Listing;
import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import fr.preau.event.SeatsNow;
import fr.preau.programme.Edition;
import fr.preau.territory.Departement;
import fr.preau.territory.Territories;
import fr.preau.web.Pager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// What the API answers: the words of the CSV export, in snake case. No person is named.
@Component
class ApiEvents {
    private final EventKinds kinds;
    private final SeatsNow seats;
    private final Territories territories;
    private final String address;

    ApiEvents(EventKinds kinds, SeatsNow seats, Territories territories, @Value("${preau.address}") String address) {
        this.kinds = kinds;
        this.seats = seats;
        this.territories = territories;
        this.address = address.replaceAll("/+$", "");
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Page(
            long total,
            int page,
            int pages,
            boolean orthographeApprochee,
            @Nullable String precedente,
            @Nullable String suivante,
            List<Event> evenements,
            @JsonIgnore String header) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Event(
            UUID id,
            String url,
            int version,
            UUID edition,
            String titre,
            String description,
            String genre,
            String libelleGenre,
            Format format,
            Set<Audience> publics,
            String organisation,
            String lieu,
            @Nullable String uai,
            String nomCommune,
            @Nullable String codeDepartement,
            @Nullable String codeAcademie,
            @Nullable String codeRegion,
            List<String> departementsProposes,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable Double distanceKm,
            String fuseauHoraire,
            List<String> accessibilite,
            @Nullable String image,
            @Nullable String texteImage,
            boolean annule,
            Instant datePublication,
            Instant dateMaj,
            List<Session> seances) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Session(
            UUID id,
            OffsetDateTime debut,
            OffsetDateTime fin,
            int capacite,
            int placesRestantes,
            int placesRestantesClasses,
            boolean annulee,
            String calendrier) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Week(
            UUID id,
            String nom,
            String anneeScolaire,
            LocalDate premierJour,
            LocalDate dernierJour,
            Instant depotOuvre,
            Instant depotFerme,
            Instant inscriptionsOuvrent,
            Instant inscriptionsFerment,
            List<Kind> genres) {
        record Kind(String code, String libelle) {}

        static Week of(Edition edition) {
            return new Week(
                    edition.id().value(),
                    edition.name(),
                    edition.schoolYear(),
                    edition.firstDay(),
                    edition.lastDay(),
                    edition.submissionsOpen(),
                    edition.submissionsClose(),
                    edition.registrationsOpen(),
                    edition.registrationsClose(),
                    edition.kinds().stream()
                            .map(kind -> new Kind(kind.code(), kind.name()))
                            .toList());
        }
    }

    Page page(SearchReading reading, Catalogue.Finding finding) {
        var number = reading.search().page();
        var pages = Pager.of(number, finding.total(), "").pages();
        var before = number > 1 ? address(reading, number - 1) : null;
        var after = number < pages ? address(reading, number + 1) : null;
        var names = kinds.names();
        var now = seats.moment();
        return new Page(
                finding.total(),
                number,
                pages,
                finding.spelling(),
                before,
                after,
                finding.lines().stream()
                        .map(found -> event(found.listing(), found.kilometres(), names, now))
                        .toList(),
                header(reading, pages, before, after));
    }

    Event event(Listing listing) {
        return event(listing, null, kinds.names(), seats.moment());
    }

    private String header(SearchReading reading, int pages, @Nullable String before, @Nullable String after) {
        var links = new ArrayList<String>();
        links.add("<%s>; rel=\"first\"".formatted(address(reading, 1)));
        links.add("<%s>; rel=\"last\"".formatted(address(reading, pages)));
        if (before != null) {
            links.add("<%s>; rel=\"prev\"".formatted(before));
        }
        if (after != null) {
            links.add("<%s>; rel=\"next\"".formatted(after));
        }
        return String.join(", ", links);
    }

    private String address(SearchReading reading, int page) {
        return address + reading.onPage("/api/evenements", page);
    }

    private Event event(Listing listing, @Nullable Double kilometres, EventKinds.Names names, SeatsNow.Moment now) {
        var event = listing.event();
        var page = address + "/evenements/" + event.id().value();
        var departement = event.departement() == null
                ? null
                : territories.departement(event.departement()).orElse(null);
        var point = listing.point();
        var image = listing.image();
        return new Event(
                event.id().value(),
                page,
                event.revision(),
                event.edition().value(),
                event.title(),
                event.description(),
                event.kind(),
                names.of(event),
                event.format(),
                event.audience(),
                listing.organisation(),
                event.place(),
                event.venue() == null ? null : event.venue().value(),
                listing.commune(),
                event.departement(),
                part(departement, found -> found.academie().code()),
                part(departement, found -> found.region().code()),
                listing.offeredIn(),
                point == null ? null : point.latitude(),
                point == null ? null : point.longitude(),
                kilometres == null ? null : Math.round(kilometres * 10) / 10.0,
                listing.zone().getId(),
                listing.accessibility(),
                image == null ? null : address + "/evenements/images/" + image.id(),
                image == null ? null : image.alternative(),
                event.cancelled(),
                listing.publishedAt(),
                listing.updatedAt(),
                event.sessions().stream()
                        .map(session -> session(event, session, page, now))
                        .toList());
    }

    private static Session session(PublishedEvent event, PublishedSession session, String page, SeatsNow.Moment now) {
        return new Session(
                session.id().value(),
                session.start().toOffsetDateTime(),
                session.end().toOffsetDateTime(),
                session.capacity(),
                now.left(event, session),
                now.leftForClasses(event, session),
                session.cancelled(),
                "%s/seances/%s.ics".formatted(page, session.id().value()));
    }

    private static @Nullable String part(@Nullable Departement departement, Function<Departement, String> part) {
        return departement == null ? null : part.apply(departement);
    }
}
