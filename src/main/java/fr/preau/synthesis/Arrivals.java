package fr.preau.synthesis;

import fr.preau.contribution.Contribution;
import fr.preau.contribution.ContributionCorrected;
import fr.preau.contribution.ContributionMasked;
import fr.preau.contribution.ContributionVersionErased;
import fr.preau.contribution.ContributionsPublished;
import fr.preau.synthesis.Item.Source;
import fr.preau.synthesis.ItemRepository.Arriving;
import fr.preau.territory.Territory;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a level receives: contributions as they are published, corrected or masked, in the very transaction that does
/// it, so that none is ever published without its synthesis having it to deal with. Heard twice, it changes nothing.
@Component
class Arrivals {
    private static final String MOVED =
            "Classée ailleurs depuis : un autre thème ou un autre territoire l'a à traiter.";

    private final SynthesisRepository syntheses;
    private final ItemRepository items;
    private final Revisions revisions;

    Arrivals(SynthesisRepository syntheses, ItemRepository items, Revisions revisions) {
        this.syntheses = syntheses;
        this.items = items;
        this.revisions = revisions;
    }

    @EventListener
    @Transactional
    void on(ContributionsPublished news) {
        news.contributions().forEach(this::receive);
    }

    @EventListener
    @Transactional
    void on(ContributionCorrected news) {
        receive(news.contribution());
    }

    /// Its words go everywhere they are read, published files included; that it was there, and why it is no more,
    /// stays (invariant C1).
    @EventListener
    @Transactional
    void on(ContributionMasked news) {
        var leaving = Leaving.whole(news.contribution(), news.reason());
        revisions.without(news.contribution().consultation(), leaving);
        known(news.contribution()).stream()
                .filter(item -> !item.text().isEmpty())
                .forEach(item -> items.withdraw(item, leaving.reason(), true));
    }

    /// What was dealt with in that version stays dealt with; its words are nowhere any more.
    @EventListener
    @Transactional
    void on(ContributionVersionErased news) {
        var leaving = Leaving.oneVersion(news.contribution(), news.version(), news.reason());
        revisions.without(news.contribution().consultation(), leaving);
        items.eraseVersion(leaving.contribution(), news.version());
    }

    private void receive(Contribution contribution) {
        if (contribution.state() != Contribution.State.PUBLISHED) {
            return;
        }
        var here =
                syntheses.ofOrNew(contribution.consultation(), dealer(contribution.territory()), contribution.theme());
        var arriving = arriving(here, contribution);
        var known = known(contribution);
        known.stream()
                .filter(item -> !item.synthesis().equals(here) && !item.isWithdrawn())
                .filter(item -> item.source().version() < contribution.version())
                .forEach(item -> items.withdraw(item, MOVED, false));
        var mine = known.stream().filter(item -> item.synthesis().equals(here)).findFirst();
        if (mine.isEmpty()) {
            if (known.stream().allMatch(item -> item.source().version() < contribution.version())) {
                items.add(arriving);
            }
            return;
        }
        mine.filter(item -> item.source().version() < contribution.version())
                .ifPresent(item -> items.renew(item, arriving));
    }

    private List<Item> known(Contribution contribution) {
        return items.from(Source.Kind.CONTRIBUTION, contribution.id().value());
    }

    /// A region has no synthesis of its own: the nation deals with what is said there.
    private static Territory dealer(Territory territory) {
        return Level.of(territory) == Level.NATIONAL ? Territory.NATION : territory;
    }

    private static Arriving arriving(SynthesisId synthesis, Contribution contribution) {
        return new Arriving(
                synthesis,
                new Source(Source.Kind.CONTRIBUTION, contribution.id().value(), contribution.version()),
                contribution.reference(),
                ItemNature.of(contribution.nature()),
                contribution.text(),
                new Item.Origin(
                        contribution.territory().key(),
                        contribution.session(),
                        contribution.workshop(),
                        contribution.day()));
    }
}
