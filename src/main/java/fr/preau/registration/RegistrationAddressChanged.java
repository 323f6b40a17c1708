package fr.preau.registration;

import fr.preau.event.PublishedEvent;

/// A registration's letters go to another address, confirmed from its mailbox; its link is another too. `before` is the
/// address it had.
public record RegistrationAddressChanged(Registration registration, PublishedEvent event, String before) {}
