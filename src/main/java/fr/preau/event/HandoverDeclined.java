package fr.preau.event;

import fr.preau.account.PersonId;

/// Whoever an event was offered to does not take it; `offeredBy` is the moderator to tell.
public record HandoverDeclined(EventId event, String title, String who, PersonId offeredBy) {}
