package fr.preau.notification;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message of the outbox, as kept.
record Message(
        UUID id,
        Kind kind,
        @Nullable UUID about,
        String recipient,
        @Nullable String replyTo,
        @Nullable String unsubscribe,
        String subject,
        String text,
        String html,
        Mail.@Nullable Invitation invitation,
        Instant createdAt,
        @Nullable Instant usefulUntil,
        State state,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String lastError,
        @Nullable Instant sentAt) {
    enum State {
        WAITING("en attente"),
        SENDING("en cours d'envoi"),
        SENT("envoyé"),
        FAILED("abandonné");

        private final String french;

        State(String french) {
            this.french = french;
        }

        String french() {
            return french;
        }
    }

    /// As the database's own column has it.
    String domain() {
        var after = recipient.indexOf('@') + 1;
        var next = recipient.indexOf('@', after);
        return after == 0
                ? ""
                : recipient
                        .substring(after, next < 0 ? recipient.length() : next)
                        .toLowerCase(Locale.ROOT);
    }

    String maskedRecipient() {
        return Addresses.masked(recipient);
    }
}
