package fr.preau.contribution;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// One contribution, whatever its versions.
public record ContributionId(UUID value) {
    /// Of what a form sent: always the same for one token. Everybody reads the id in an address, and whoever shows the
    /// token is taken for the author: nobody gets one from the other.
    static ContributionId sentWith(UUID token) {
        var bytes = ByteBuffer.wrap(digest(token));
        return new ContributionId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    private static byte[] digest(UUID token) {
        var bytes = ByteBuffer.allocate(16)
                .putLong(token.getMostSignificantBits())
                .putLong(token.getLeastSignificantBits());
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes.array());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
