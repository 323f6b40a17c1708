package fr.preau.catalogue;

import fr.preau.event.Listing;
import fr.preau.event.Search;
import fr.preau.event.SeatsNow;
import org.jspecify.annotations.Nullable;

/// An event in the list of results, in words.
record CatalogueCard(
        Listing listing, String kind, @Nullable Double kilometres, Search.@Nullable Near near, SeatsNow.Moment now) {
    String href() {
        return "/evenements/" + listing.event().id().value();
    }

    String title() {
        return listing.event().title();
    }

    String dates() {
        return CatalogueWords.dates(listing, now);
    }

    String audience() {
        return CatalogueWords.audience(listing.event().audience());
    }

    String seats() {
        return CatalogueWords.seats(listing, now);
    }

    boolean full() {
        return now.open(listing.event()).stream().allMatch(session -> session.left() == 0);
    }

    /// Where it is, or why it counts as near.
    String place() {
        return switch (listing.event().format()) {
            case ONLINE -> near == null ? "En ligne" : "En ligne, depuis votre établissement";
            case AT_SCHOOL ->
                near == null ? "Vient dans les établissements" : "Vient dans les établissements de votre département";
            case ON_SITE -> commune() + distance();
            case HYBRID -> commune() + distance() + " ou en ligne";
        };
    }

    private String commune() {
        return listing.commune().isEmpty() ? listing.event().place() : listing.commune();
    }

    private String distance() {
        return kilometres == null ? "" : ", " + CatalogueWords.distance(kilometres);
    }
}
