package fr.preau.event;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Whole searches, for feeds: no pages, the same events as the catalogue.
@Service
public class Feeds {
    /// More than an edition ever had.
    private static final int ALL = 50_000;
    private static final int AT_ONCE = 500;

    private final SearchRepository searches;
    private final ListingRepository listings;
    private final TransactionTemplate transactions;

    Feeds(SearchRepository searches, ListingRepository listings, TransactionTemplate transactions) {
        this.searches = searches;
        this.listings = listings;
        this.transactions = transactions;
    }

    @Transactional(readOnly = true)
    public List<Listing> all(Search search) {
        return listings.find(ids(search));
    }

    /// The last published or changed first.
    @Transactional(readOnly = true)
    public List<Listing> latest(Search search, int limit) {
        return listings.find(searches.latest(ids(search), limit)).stream()
                .sorted(Comparator.comparing(Listing::updatedAt).reversed())
                .toList();
    }

    /// All of them one by one, a few hundred in memory at a time. No connection is held while the reader takes its
    /// time.
    public void each(Search search, Consumer<Listing> reader) {
        var ids = Objects.requireNonNull(transactions.execute(_ -> ids(search)));
        for (var from = 0; from < ids.size(); from += AT_ONCE) {
            listings.find(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))
                    .forEach(reader);
        }
    }

    private List<UUID> ids(Search search) {
        var whole = search.onPage(1);
        var exact = searches.lines(whole, ALL, false);
        var lines = exact.isEmpty() && !search.words().isEmpty() ? searches.lines(whole, ALL, true) : exact;
        return lines.stream().map(SearchRepository.Line::event).toList();
    }
}
