package fr.preau.event;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A version was approved: this is now what the public sees. `touched` are the sessions already published whose date
/// changed, or all of them when the place or the link did: those registered must be told. `formerly` is what they were
/// told until then; null the first time, and in news written before it was kept.
public record EventPublished(
        EventId event,
        int revision,
        List<String> organiserMails,
        boolean first,
        Set<SessionId> touched,
        @Nullable Formerly formerly) {}
