package fr.preau.registration;

import fr.preau.event.PublishedEvent;

/// Someone wants the letters of a registration to go to `mail`. `path` is a secret of whoever reads this mailbox.
public record RegistrationAddressAsked(Registration registration, PublishedEvent event, String mail, String path) {}
