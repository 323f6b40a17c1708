package fr.preau.catalogue;

import fr.preau.event.Accessibility;
import fr.preau.event.Listing;
import fr.preau.event.PublishedEvent;
import fr.preau.territory.Departement;
import fr.preau.web.French;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An event's public page. `offeredIn` are the départements it comes to; `data` is what search engines read
/// (schema.org, JSON-LD), ready to stand in a script element.
record ListingView(
        Listing listing,
        String kind,
        @Nullable Departement departement,
        List<Departement> offeredIn,
        List<ListingSession> sessions,
        String data,
        Instant now) {
    PublishedEvent event() {
        return listing.event();
    }

    String path() {
        return "/evenements/" + event().id().value();
    }

    /// Paragraphs as the organiser separated them.
    List<String> paragraphs() {
        return Stream.of(event().description().split("\\R\\s*\\R", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    String audience() {
        return CatalogueWords.audience(event().audience());
    }

    String format() {
        return French.sentence(event().format().french());
    }

    String accessibility() {
        return listing.accessibility().stream()
                .flatMap(name -> SearchTyped.named(Accessibility.class, name).stream())
                .map(Accessibility::french)
                .collect(Collectors.joining(", "));
    }

    /// The clocks the hours are read on, said where they are not those of Paris.
    String clocks() {
        var same = listing.zone().getRules().equals(ZoneId.of("Europe/Paris").getRules());
        return same || departement == null ? "" : "Heure locale : %s.".formatted(departement.name());
    }

    String summary() {
        var flat = event().description().replaceAll("\\s+", " ").strip();
        return flat.length() <= 160
                ? flat
                : flat.substring(0, flat.lastIndexOf(' ', 157) > 0 ? flat.lastIndexOf(' ', 157) : 156) + "…";
    }

    boolean over() {
        return listing.upcoming(now).isEmpty();
    }

    String title() {
        return event().cancelled() ? "Annulé : " + event().title() : event().title();
    }
}
