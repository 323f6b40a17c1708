package fr.preau.web;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a PNG (ISO/IEC 15948, 5.3) or a WebP (RFC 9649, 2.3) is made of, without reading what it holds: nothing is
/// decoded, nothing inflated. A file that ends in the middle of a chunk ends with the one before.
final class ImageChunks {
    private static final int PNG_SIGNATURE = 8;
    private static final int PNG_CHECKSUM = 4;
    private static final int RIFF_HEADER = 12;
    private static final int FRAME_HEADER = 16;

    private final byte[] file;
    private final List<Chunk> chunks = new ArrayList<>();

    private record Chunk(String name, int at, int length) {}

    /// In pixels.
    record Size(int width, int height) {
        boolean isWithin(int mostWidth, int mostHeight) {
            return width <= mostWidth && height <= mostHeight;
        }
    }

    private ImageChunks(byte[] file) {
        this.file = file;
    }

    static ImageChunks ofPng(byte[] file) {
        var chunks = new ImageChunks(file);
        chunks.read(PNG_SIGNATURE, ByteOrder.BIG_ENDIAN);
        return chunks;
    }

    static ImageChunks ofWebp(byte[] file) {
        var chunks = new ImageChunks(file);
        chunks.read(RIFF_HEADER, ByteOrder.LITTLE_ENDIAN);
        return chunks;
    }

    private void read(int start, ByteOrder order) {
        var bytes = ByteBuffer.wrap(file).order(order);
        var isPng = order == ByteOrder.BIG_ENDIAN;
        for (var at = (long) start; at + 8 <= file.length; ) {
            var length = bytes.getInt((int) at + (isPng ? 0 : 4));
            var content = at + 8;
            if (length < 0 || content + length > file.length) {
                return;
            }
            var name = new String(file, (int) at + (isPng ? 4 : 0), 4, StandardCharsets.ISO_8859_1);
            chunks.add(new Chunk(name, (int) content, length));
            // The frames of an animation are chunks within a chunk, after what says where they go.
            var within = name.equals("ANMF") ? Math.min(FRAME_HEADER, length) : length;
            at = content + within + (isPng ? PNG_CHECKSUM : within % 2);
        }
    }

    /// What the first chunk of this name holds, unless it is longer than anything useful.
    Optional<byte[]> find(String name, int most) {
        return chunks.stream()
                .filter(chunk -> chunk.name().equals(name))
                .findFirst()
                .filter(chunk -> chunk.length() <= most)
                .map(chunk -> Arrays.copyOfRange(file, chunk.at(), chunk.at() + chunk.length()));
    }

    /// The sizes that the images of a WebP say of themselves, whatever its canvas says: those its decoder goes by.
    List<Size> frames() {
        return chunks.stream().map(this::frame).flatMap(Optional::stream).toList();
    }

    private Optional<Size> frame(Chunk chunk) {
        return switch (chunk.name()) {
            case "VP8 " -> beginning(chunk, 10).map(ImageChunks::lossy);
            case "VP8L" -> beginning(chunk, 5).map(ImageChunks::lossless);
            case "ANMF" -> beginning(chunk, 13).map(ImageChunks::animated);
            default -> Optional.empty();
        };
    }

    private Optional<ByteBuffer> beginning(Chunk chunk, int bytes) {
        return chunk.length() < bytes
                ? Optional.empty()
                : Optional.of(ByteBuffer.wrap(file, chunk.at(), bytes).slice().order(ByteOrder.LITTLE_ENDIAN));
    }

    /// RFC 6386, 9.1: fourteen bits each, after a tag and a start code.
    private static Size lossy(ByteBuffer frame) {
        return new Size(frame.getShort(6) & 0x3FFF, frame.getShort(8) & 0x3FFF);
    }

    /// RFC 9649, 3.4: fourteen bits each, less one, after a signature.
    private static Size lossless(ByteBuffer frame) {
        var bits = frame.getInt(1);
        return new Size((bits & 0x3FFF) + 1, (bits >>> 14 & 0x3FFF) + 1);
    }

    /// RFC 9649, 2.7.1.1: twenty-four bits each, less one, after where it goes.
    private static Size animated(ByteBuffer frame) {
        return new Size((frame.getInt(6) & 0xFFFFFF) + 1, (frame.getInt(9) & 0xFFFFFF) + 1);
    }
}
