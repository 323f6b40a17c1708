package fr.preau.event;

import fr.preau.territory.Territory;
import fr.preau.web.Pager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the public finds: published events that are not cancelled and still have a session to come.
@Service
public class Catalogue {
    private final SearchRepository searches;
    private final ListingRepository listings;

    Catalogue(SearchRepository searches, ListingRepository listings) {
        this.searches = searches;
        this.listings = listings;
    }

    /// One event found, and how far it is: null when nobody asked or it is nowhere.
    public record Found(Listing listing, @Nullable Double kilometres) {}

    /// One page of what was found. `total` is the whole count, zero past the last page, `online` those of them that are
    /// near wherever one is; `spelling`: nothing had these words and near spellings were taken instead.
    public record Finding(List<Found> lines, long total, long online, boolean spelling) {
        public static final Finding NOTHING = new Finding(List.of(), 0, 0, false);
    }

    /// What there is to come, in all. Seats are those of places and screens; visits those of events that come to
    /// schools.
    public record Figures(long events, long sessions, long seats, long visits, long organisations, long online) {}

    /// As the organiser gave it, without metadata.
    public record Picture(String mediaType, Resource bytes) {}

    @Transactional(readOnly = true)
    public Finding find(Search search) {
        return find(search, Pager.LINES);
    }

    /// Pages of another size, for feeds.
    @Transactional(readOnly = true)
    public Finding find(Search search, int size) {
        var exact = searches.lines(search, size, false);
        if (!exact.isEmpty() || search.words().isEmpty() || (search.page() > 1 && isAnswered(search))) {
            return finding(exact, false);
        }
        var near = searches.lines(search, size, true);
        return finding(near, !near.isEmpty());
    }

    /// How many kilometres away the nearest event is that one goes to and that fits the rest of this search, whatever
    /// the distance asked; empty when there is none, or nowhere to be near to.
    @Transactional(readOnly = true)
    public OptionalDouble nearest(Search search) {
        return search.near() == null ? OptionalDouble.empty() : searches.nearest(search);
    }

    /// Other words than those of a search that found nothing, spelt like them, that find something.
    @Transactional(readOnly = true)
    public Optional<String> meant(Search search) {
        if (search.words().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Vocabulary.corrected(search.words(), searches))
                .filter(other -> !other.equalsIgnoreCase(search.words()))
                .filter(other -> isAnswered(search.saying(other)));
    }

    /// Cancelled or past ones too: their page still says so.
    @Transactional(readOnly = true)
    public Optional<Listing> find(EventId id) {
        return listings.find(id);
    }

    /// The picture of a listed event; of others, drafts first, nothing is shown.
    @Transactional(readOnly = true)
    public Optional<Picture> image(UUID id) {
        return listings.image(id);
    }

    @Transactional(readOnly = true)
    public Map<String, Long> countsByDepartement() {
        return searches.countsByDepartement();
    }

    /// Events to come in each of these, one offered in several of its départements counted once.
    @Transactional(readOnly = true)
    public Map<Territory, Long> countsByTerritory(List<Territory> all) {
        return searches.countsByTerritory(all);
    }

    @Transactional(readOnly = true)
    public Figures figures() {
        return searches.figures();
    }

    private boolean isAnswered(Search search) {
        return !searches.lines(search.onPage(1), 1, false).isEmpty();
    }

    private Finding finding(List<SearchRepository.Line> lines, boolean spelling) {
        var kilometres = new LinkedHashMap<UUID, Optional<Double>>();
        lines.forEach(line -> kilometres.put(line.event(), Optional.ofNullable(line.kilometres())));
        var found = listings.find(kilometres.keySet()).stream()
                .map(listing -> new Found(
                        listing,
                        kilometres
                                .getOrDefault(listing.event().id().value(), Optional.empty())
                                .orElse(null)))
                .toList();
        return lines.isEmpty()
                ? new Finding(found, 0, 0, spelling)
                : new Finding(found, lines.getFirst().total(), lines.getFirst().online(), spelling);
    }
}
