package fr.preau.notification;

import fr.preau.event.CalendarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The platform's own address in a letter. What the outbox keeps has a mark in its place, and whoever reads or sends
/// the letter puts the present one back: an address corrected after the letter was written is the one that leaves.
///
/// The mark is a control character, which no letter keeps of what people type ([Outbox]). A letter kept from before
/// has no mark and stays as it is.
@Component
class OwnAddress {
    static final String MARK = "\u0002";

    private static final Pattern FOLD = Pattern.compile("\r\n[ \t]");

    private final String address;
    /// Not the beginning of a longer host, or of a port with one more figure.
    private final Pattern written;

    OwnAddress(@Value("${preau.address}") String address) {
        this.address = address.replaceAll("/+$", "");
        this.written = Pattern.compile(Pattern.quote(this.address) + "(?![\\w:@-]|\\.\\w)");
    }

    String marked(String words) {
        return written.matcher(words).replaceAll(MARK);
    }

    String told(String words) {
        return words.contains(MARK) ? words.replaceAll(MARK, Matcher.quoteReplacement(address)) : words;
    }

    /// Unfolded: a line may be folded within the address.
    Mail.@Nullable Invitation marked(Mail.@Nullable Invitation invitation) {
        return invitation == null
                ? null
                : with(marked(FOLD.matcher(invitation.file()).replaceAll("")), invitation);
    }

    /// The letter as its reader gets it.
    Message told(Message kept) {
        var invitation = kept.invitation();
        return new Message(
                kept.id(),
                kept.kind(),
                kept.about(),
                kept.recipient(),
                kept.replyTo(),
                kept.unsubscribe() == null ? null : told(kept.unsubscribe()),
                kept.subject(),
                told(kept.text()),
                told(kept.html()),
                invitation == null ? null : told(invitation),
                kept.createdAt(),
                kept.usefulUntil(),
                kept.state(),
                kept.attempts(),
                kept.nextAttemptAt(),
                kept.lastError(),
                kept.sentAt());
    }

    private Mail.Invitation told(Mail.Invitation kept) {
        var file = kept.file();
        return file.contains(MARK) ? with(CalendarFile.folded(told(file)), kept) : kept;
    }

    private static Mail.Invitation with(String file, Mail.Invitation invitation) {
        return new Mail.Invitation(file, invitation.method(), invitation.session(), invitation.sequence());
    }
}
