package fr.preau.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/// A WebP file is a RIFF file: chunks of four letters, a length and as many bytes. Leaves out those that carry
/// metadata (EXIF, XMP) and animations, which no page of ours needs.
final class WebpChunks {
    private static final int HEADER = 12;
    private static final Set<String> PIXELS = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ICCP");
    private static final int SAID_TO_CARRY_METADATA = 0b0000_1100;

    private WebpChunks() {}

    static boolean isWebp(byte[] file) {
        return file.length > HEADER
                && letters(file, 0).equals("RIFF")
                && letters(file, 8).equals("WEBP");
    }

    /// Empty when a chunk is cut short, or none holds pixels.
    static Optional<byte[]> withoutMetadata(byte[] file) {
        var kept = new ByteArrayOutputStream();
        var hasPixels = false;
        int at = HEADER;
        while (at + 8 <= file.length) {
            long length = Integer.toUnsignedLong(little(file, at + 4));
            long end = at + 8 + length + (length & 1);
            if (end > file.length) {
                return Optional.empty();
            }
            var name = letters(file, at);
            hasPixels |= name.equals("VP8 ") || name.equals("VP8L");
            if (PIXELS.contains(name)) {
                kept.write(file, at, (int) (end - at));
            }
            at = (int) end;
        }
        return hasPixels ? Optional.of(riff(kept.toByteArray())) : Optional.empty();
    }

    private static byte[] riff(byte[] chunks) {
        if (letters(chunks, 0).equals("VP8X")) {
            chunks[8] &= (byte) ~SAID_TO_CARRY_METADATA;
        }
        return ByteBuffer.allocate(HEADER + chunks.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(4 + chunks.length)
                .put("WEBP".getBytes(StandardCharsets.US_ASCII))
                .put(chunks)
                .array();
    }

    private static int little(byte[] file, int at) {
        return ByteBuffer.wrap(file, at, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }

    private static String letters(byte[] file, int at) {
        return new String(file, at, 4, StandardCharsets.ISO_8859_1);
    }
}
