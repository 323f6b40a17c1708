package fr.preau.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Moderators offer an event to an organisation or to a person: `mails` answer to `offer` until `until`.
public record EventOffered(
        UUID offer,
        EventId event,
        String title,
        String authority,
        String sentence,
        Instant until,
        List<String> mails) {}
