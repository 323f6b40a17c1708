package fr.preau.account;

import fr.preau.territory.Uai;
import org.jspecify.annotations.Nullable;

/// All that is known of an organisation. `siren` and `site` may be missing; `school` is there when it is one, and only
/// then.
record OrganisationProfile(
        Organisation organisation,
        String commune,
        String departement,
        @Nullable String site,
        @Nullable String siren,
        @Nullable Uai school) {
    OrganisationId id() {
        return organisation.id();
    }

    String name() {
        return organisation.name();
    }

    Organisation.Kind kind() {
        return organisation.kind();
    }
}
