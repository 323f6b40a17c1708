package fr.preau.account;

/// An organisation has another name.
public record OrganisationRenamed(OrganisationId organisation, String name) {}
