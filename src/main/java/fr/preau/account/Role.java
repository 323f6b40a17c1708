package fr.preau.account;

import fr.preau.territory.Territory;
import fr.preau.territory.Uai;

/// What a person is allowed, always somewhere: a role and a territory, a school or an organisation (decision 10).
public sealed interface Role {
    /// The association and committee that steer the programmes, everywhere.
    record Pilot() implements Role {}

    /// A région académique's, académie's or département's coordinator.
    record Coordinator(Territory territory) implements Role {}

    record SchoolHead(Uai school) implements Role {}

    record Teacher(Uai school) implements Role {}

    /// Someone who publishes for an organisation.
    record Member(OrganisationId organisation) implements Role {}
}
