package fr.preau.event;

import java.util.List;
import java.util.Set;

/// A version was approved: this is now what the public sees. `touched` are the sessions already published whose date
/// changed, or all of them when the place or the link did: those registered must be told.
public record EventPublished(
        EventId event, int revision, List<String> organiserMails, boolean first, Set<SessionId> touched) {}
