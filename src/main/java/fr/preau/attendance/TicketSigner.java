package fr.preau.attendance;

import fr.preau.registration.RegistrationId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes and reads tickets: a registration's id and the first 80 bits of its HMAC-SHA-256. Whoever knows an id cannot
/// make its ticket; whoever reads a ticket learns nobody's name.
///
/// The short code is 40 bits of another HMAC of the same id: it is looked for among the tickets of one session, by a
/// signed-in organiser, never guessed by the thousand.
@Component
class TicketSigner {
    /// Capitals and digits only: a QR code writes them in half the room.
    private static final Pattern TEXT = Pattern.compile("PREAU/([0-9A-F]{32})/([0-9A-F]{20})");

    private static final int SIGNATURE_BYTES = 10;
    private static final int CODE_BYTES = 6;
    private static final byte SIGNATURE = 1;
    private static final byte CODE = 2;

    private final SigningKeyRepository keys;
    private volatile byte @Nullable [] secret;

    TicketSigner(SigningKeyRepository keys) {
        this.keys = keys;
    }

    Ticket ticket(RegistrationId registration) {
        var id = bytes(registration.value());
        var text = "PREAU/%s/%s".formatted(hex(id), hex(mac(SIGNATURE, id, SIGNATURE_BYTES)));
        return new Ticket(registration, text, HumanCode.of(mac(CODE, id, CODE_BYTES), Ticket.SIGNS));
    }

    static boolean looksLikeTicket(String text) {
        return text.startsWith("PREAU/");
    }

    /// Empty when the signature is not ours.
    Optional<RegistrationId> read(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var id = HexFormat.of().parseHex(parts.group(1));
        var said = HexFormat.of().parseHex(parts.group(2));
        return MessageDigest.isEqual(said, mac(SIGNATURE, id, SIGNATURE_BYTES))
                ? Optional.of(new RegistrationId(uuid(id)))
                : Optional.empty();
    }

    private byte[] mac(byte use, byte[] id, int length) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret(), "HmacSHA256"));
            mac.update(use);
            return Arrays.copyOf(mac.doFinal(id), length);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }

    private byte[] secret() {
        var known = secret;
        if (known == null) {
            known = keys.secret();
            secret = known;
        }
        return known;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static UUID uuid(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
