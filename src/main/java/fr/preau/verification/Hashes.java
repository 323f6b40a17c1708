package fr.preau.verification;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/// The first 64 bits of SHA-256(seed, line feed, id) of many ids, without an object an id.
final class Hashes {
    private final MessageDigest sha = Numbers.sha256();
    private final byte[] digest = new byte[32];
    private final ByteBuffer head = ByteBuffer.wrap(digest);
    private final int prefix;
    private byte[] text;

    Hashes(String seed) {
        text = (seed + "\n").getBytes(StandardCharsets.UTF_8);
        prefix = text.length;
    }

    void heads(List<String> ids, int from, int to, long[] heads) {
        for (var each = from; each < to; each++) {
            heads[each] = head(ids.get(each));
        }
    }

    private long head(String id) {
        var end = written(id);
        sha.update(text, 0, end);
        try {
            sha.digest(digest, 0, digest.length);
        } catch (DigestException impossible) {
            throw new IllegalStateException(impossible);
        }
        return head.getLong(0);
    }

    /// Writes an id after the seed.
    ///
    /// @return where it ends
    private int written(String id) {
        var end = prefix + id.length();
        if (text.length < end) {
            text = Arrays.copyOf(text, end + 64);
        }
        for (var at = 0; at < id.length(); at++) {
            var letter = id.charAt(at);
            if (letter >= 0x80) {
                return encoded(id);
            }
            text[prefix + at] = (byte) letter;
        }
        return end;
    }

    private int encoded(String id) {
        var bytes = id.getBytes(StandardCharsets.UTF_8);
        text = Arrays.copyOf(text, Math.max(text.length, prefix + bytes.length));
        System.arraycopy(bytes, 0, text, prefix, bytes.length);
        return prefix + bytes.length;
    }
}
