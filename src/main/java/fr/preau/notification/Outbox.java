package fr.preau.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Where every message starts: written in the transaction of the fact it announces, so that one never goes without the
/// other. Nothing is sent here; the [Postman] comes by.
@Service
class Outbox {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern UNWRITABLE = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");
    private static final int SUBJECT_LENGTH = 200;

    private final MessageRepository messages;
    private final SequenceRepository sequences;
    private final LetterWriter writer;
    private final OwnAddress address;
    private final Clock clock;

    Outbox(
            MessageRepository messages,
            SequenceRepository sequences,
            LetterWriter writer,
            OwnAddress address,
            Clock clock) {
        this.messages = messages;
        this.sequences = sequences;
        this.writer = writer;
        this.address = address;
        this.clock = clock;
    }

    /// An address nobody can deliver to never undoes the fact itself: the message is kept as failed, to be seen.
    @Transactional(propagation = Propagation.MANDATORY)
    UUID add(Mail mail) {
        var message = message(mail, clock.instant());
        messages.insert(message, mail.kind().priority());
        return message.id();
    }

    /// The SEQUENCE of the next calendar file about a session that this reader gets, `revision` at least.
    @Transactional(propagation = Propagation.MANDATORY)
    int nextSequence(UUID session, String recipient, int revision) {
        return sequences.next(session, recipient, revision, clock.instant());
    }

    boolean wroteSince(Kind kind, String recipient, Instant moment) {
        return messages.existsSince(kind, recipient, moment);
    }

    /// A message given up starts afresh; false when it is not, or no longer, given up.
    @Transactional
    boolean retry(UUID id) {
        return messages.restart(id);
    }

    private Message message(Mail mail, Instant now) {
        var recipient = CONTROL.matcher(mail.recipient()).replaceAll(" ").strip();
        var deliverable = Addresses.isValid(recipient);
        return new Message(
                UUID.randomUUID(),
                mail.kind(),
                mail.about(),
                recipient,
                replyTo(mail.replyTo()),
                mail.unsubscribe() == null ? null : address.marked(mail.unsubscribe()),
                subject(writer.subject(mail.letter())),
                address.marked(writable(writer.text(mail.letter()))),
                address.marked(writable(writer.html(mail.letter()))),
                address.marked(mail.calendar()),
                now,
                mail.usefulUntil(),
                deliverable ? Message.State.WAITING : Message.State.FAILED,
                0,
                null,
                deliverable ? null : Refusal.invalidAddress().code(),
                null);
    }

    private static @Nullable String replyTo(@Nullable String address) {
        return address != null && Addresses.isValid(address) ? address : null;
    }

    /// One line, whatever an organiser wrote in a title: a line break here would be a header of their own.
    private static String subject(String words) {
        var line = CONTROL.matcher(words).replaceAll(" ").strip();
        return line.length() <= SUBJECT_LENGTH ? line : line.substring(0, SUBJECT_LENGTH - 1) + "…";
    }

    private static String writable(String words) {
        return words.chars().allMatch(Outbox::isWritable)
                ? words
                : UNWRITABLE.matcher(words).replaceAll("");
    }

    /// Nearly every letter is: looking costs less than rewriting.
    private static boolean isWritable(int character) {
        return (character >= ' ' && character != 0x7f) || character == '\n' || character == '\t';
    }
}
