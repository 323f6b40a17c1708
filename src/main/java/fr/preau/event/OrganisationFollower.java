package fr.preau.event;

import fr.preau.account.OrganisationRenamed;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What an organisation is called, its published events say too.
@Component
class OrganisationFollower {
    private final ListingWriter listings;
    private final Clock clock;

    OrganisationFollower(ListingWriter listings, Clock clock) {
        this.listings = listings;
        this.clock = clock;
    }

    /// In the transaction that renames it.
    @EventListener
    void on(OrganisationRenamed news) {
        listings.rename(news.organisation(), news.name(), clock.instant());
    }
}
