package fr.preau.registration;

import java.util.UUID;

/// A registration. It opens nothing by itself: the link that manages a registration carries its key.
public record RegistrationId(UUID value) {}
