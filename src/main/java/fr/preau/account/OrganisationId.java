package fr.preau.account;

import java.util.UUID;

/// An organisation that offers events: company, association, local authority, higher education, laboratory, school.
public record OrganisationId(UUID value) {}
