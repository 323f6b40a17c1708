package fr.preau.account;

import java.util.List;
import org.springframework.stereotype.Component;

/// What someone about to remove their account must know.
@Component
class LeavingPages {
    private final OrganisationRepository organisations;
    private final RoleRepository roles;

    LeavingPages(OrganisationRepository organisations, RoleRepository roles) {
        this.organisations = organisations;
        this.roles = roles;
    }

    /// `alone` are the organisations they are the last member of.
    record Leaving(boolean lastPilot, List<String> alone) {}

    Leaving of(Viewer viewer) {
        var alone = organisations.find(viewer.organisations()).stream()
                .filter(one -> organisations.members(one.id()).size() == 1)
                .map(Organisation::name)
                .toList();
        return new Leaving(viewer.isPilot() && roles.countHolders(new Role.Pilot()) == 1, alone);
    }
}
