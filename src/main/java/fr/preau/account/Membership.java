package fr.preau.account;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Creating and correcting organisations, and who is in them. Whoever creates one is its first member.
@Service
class Membership {
    private final OrganisationRepository organisations;
    private final Grants grants;
    private final Accounts accounts;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Membership(
            OrganisationRepository organisations,
            Grants grants,
            Accounts accounts,
            ApplicationEventPublisher news,
            Clock clock) {
        this.news = news;
        this.organisations = organisations;
        this.grants = grants;
        this.accounts = accounts;
        this.clock = clock;
    }

    sealed interface Creation {
        record Created(OrganisationId id) implements Creation {}

        /// Others of that name exist: is it one of them?
        record SameName(List<OrganisationProfile> others) implements Creation {}

        record NotYourSchool() implements Creation {}

        record SchoolHasOne() implements Creation {}
    }

    /// A school's organisation is created by its confirmed staff only, once.
    @Transactional
    Creation create(Viewer viewer, OrganisationProfile profile, boolean another) {
        if (profile.school() != null && !viewer.schools().contains(profile.school())) {
            return new Creation.NotYourSchool();
        }
        var others = organisations.sameName(profile.name(), profile.id());
        if (!another && !others.isEmpty()) {
            return new Creation.SameName(others);
        }
        if (organisations.add(profile, viewer.person(), clock.instant())) {
            grants.give(Actor.of(viewer), accounts.find(viewer.person()).orElseThrow(), new Role.Member(profile.id()));
            return new Creation.Created(profile.id());
        }
        return organisations.profile(profile.id()).isPresent()
                ? new Creation.Created(profile.id())
                : new Creation.SchoolHasOne();
    }

    Optional<OrganisationProfile> find(OrganisationId id) {
        return organisations.profile(id);
    }

    @Transactional
    void update(OrganisationProfile profile) {
        var before = organisations.profile(profile.id()).map(OrganisationProfile::name);
        organisations.update(profile);
        if (!before.equals(Optional.of(profile.name()))) {
            news.publishEvent(new OrganisationRenamed(profile.id(), profile.name()));
        }
    }

    List<Held> members(OrganisationId id) {
        return organisations.members(id);
    }

    List<Organisation> of(Viewer viewer) {
        return organisations.find(viewer.organisations());
    }
}
