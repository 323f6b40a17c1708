package fr.preau.notification;

import fr.preau.event.CalendarFile;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A letter and whom it goes to. `about` is the id of what it speaks of; `replyTo` where an answer should go;
/// `unsubscribe` the page where one stops receiving such letters; past `usefulUntil` it is not worth sending.
record Mail(
        Kind kind,
        String recipient,
        Letter letter,
        @Nullable UUID about,
        @Nullable Invitation calendar,
        @Nullable String replyTo,
        @Nullable String unsubscribe,
        @Nullable Instant usefulUntil) {
    /// A calendar file about one session, and what a calendar should do with it. `sequence` grows with each file
    /// about this session that the same reader gets.
    record Invitation(String file, CalendarFile.Method method, UUID session, int sequence) {}

    static Mail of(Kind kind, String recipient, Letter letter) {
        return new Mail(kind, recipient, letter, null, null, null, null, null);
    }

    Mail about(UUID thing) {
        return new Mail(kind, recipient, letter, thing, calendar, replyTo, unsubscribe, usefulUntil);
    }

    Mail with(@Nullable Invitation invitation) {
        return new Mail(kind, recipient, letter, about, invitation, replyTo, unsubscribe, usefulUntil);
    }

    Mail answeredTo(String address) {
        return new Mail(kind, recipient, letter, about, calendar, address, unsubscribe, usefulUntil);
    }

    Mail leftAt(String page) {
        return new Mail(kind, recipient, letter, about, calendar, replyTo, page, usefulUntil);
    }

    Mail usefulUntil(Instant moment) {
        return new Mail(kind, recipient, letter, about, calendar, replyTo, unsubscribe, moment);
    }
}
