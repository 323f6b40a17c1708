package fr.preau.catalogue;

import fr.preau.account.Viewer;
import fr.preau.event.CalendarFile;
import fr.preau.event.Catalogue;
import fr.preau.event.EventId;
import fr.preau.event.Listing;
import fr.preau.event.SeatsNow;
import fr.preau.event.SessionId;
import fr.preau.programme.Editions;
import fr.preau.territory.Departement;
import fr.preau.territory.Territories;
import fr.preau.web.French;
import fr.preau.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// An event's page, its picture and its calendar files.
@Controller
class ListingPages {
    private final Catalogue catalogue;
    private final Editions editions;
    private final Territories territories;
    private final ListingData data;
    private final CalendarFile calendars;
    private final ObjectProvider<EventAside> asides;
    private final SeatsNow seats;

    ListingPages(
            Catalogue catalogue,
            Editions editions,
            Territories territories,
            ListingData data,
            CalendarFile calendars,
            ObjectProvider<EventAside> asides,
            SeatsNow seats) {
        this.catalogue = catalogue;
        this.editions = editions;
        this.territories = territories;
        this.data = data;
        this.calendars = calendars;
        this.asides = asides;
        this.seats = seats;
    }

    @GetMapping("/evenements/{id}")
    String show(@PathVariable UUID id, Viewer viewer, HttpServletResponse response, Model model) {
        var view = view(find(id));
        if (view.event().cancelled()) {
            response.setHeader("X-Robots-Tag", "noindex");
        }
        model.addAttribute("view", view);
        model.addAttribute(
                "asides",
                asides.orderedStream()
                        .flatMap(one -> one.of(view.event().id(), viewer).stream())
                        .toList());
        return "catalogue/listing";
    }

    @GetMapping("/evenements/{id}.ics")
    ResponseEntity<String> calendar(@PathVariable UUID id) {
        var listing = find(id);
        return calendar(calendars.one(listing), "evenement-" + id);
    }

    @GetMapping("/evenements/{id}/seances/{session}.ics")
    ResponseEntity<String> calendar(@PathVariable UUID id, @PathVariable UUID session) {
        var listing = find(id);
        var found = listing.session(new SessionId(session)).orElseThrow(ListingPages::absent);
        var method = listing.event().cancelled() || found.cancelled()
                ? CalendarFile.Method.CANCEL
                : CalendarFile.Method.PUBLISH;
        var text = calendars.of(
                listing.event(),
                found,
                new CalendarFile.Reader(
                        "session-" + found.id().value(), method, listing.event().revision()));
        return calendar(text, "seance-" + session);
    }

    /// A picture never changes: another one has another id.
    @GetMapping("/evenements/images/{id}")
    ResponseEntity<Resource> image(@PathVariable UUID id) {
        var image = catalogue.image(id).orElseThrow(ListingPages::absent);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(image.mediaType()))
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .header("X-Content-Type-Options", "nosniff")
                .body(image.bytes());
    }

    private Listing find(UUID id) {
        return catalogue.find(new EventId(id)).orElseThrow(ListingPages::absent);
    }

    private ListingView view(Listing listing) {
        var now = seats.moment();
        var event = listing.event();
        var edition = editions.find(event.edition());
        return new ListingView(
                listing,
                French.sentence(
                        edition.map(found -> found.kindName(event.kind())).orElse(event.kind())),
                departement(event.departement()),
                listing.offeredIn().stream()
                        .flatMap(code -> territories.departement(code).stream())
                        .toList(),
                event.sessions().stream()
                        .map(session -> new ListingSession(listing, session, edition.orElse(null), now))
                        .sorted(Comparator.comparing(ListingSession::past))
                        .toList(),
                data.of(listing),
                now.at());
    }

    private @Nullable Departement departement(@Nullable String code) {
        return code == null ? null : territories.departement(code).orElse(null);
    }

    private static ResponseEntity<String> calendar(String text, String name) {
        return ResponseEntity.ok()
                .contentType(CalendarFile.TYPE)
                .header("Content-Disposition", "attachment; filename=\"%s.ics\"".formatted(name))
                .body(text);
    }

    private static NotFound absent() {
        return new NotFound(
                "Cet événement n'existe pas, ou n'est pas encore publié. L'adresse est peut-être incomplète.");
    }
}
