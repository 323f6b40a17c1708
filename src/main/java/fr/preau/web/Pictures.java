package fr.preau.web;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Makes of an image as sent one a public page can carry: decoded for real, at most 1200 pixels wide or high,
/// at most 150 KB, without what cameras write beside it (place, date, name). WebP, which the JDK does not decode, keeps
/// its pixels and only loses those chunks; it must be light already.
public final class Pictures {
    public static final int LARGEST_FILE = 2 * 1024 * 1024;
    public static final int LARGEST_KEPT = 150 * 1024;
    private static final int SIDE = 1200;
    private static final long PIXELS = 50_000_000;
    private static final float[] QUALITIES = {.85f, .75f, .65f, .5f, .35f, .2f};

    /// An image ready to be kept and served.
    public static final class Kept {
        private final String mediaType;
        private final byte[] bytes;

        public Kept(String mediaType, byte[] bytes) {
            this.mediaType = mediaType;
            this.bytes = bytes;
        }

        public String mediaType() {
            return mediaType;
        }

        public byte[] bytes() {
            return bytes;
        }
    }

    private Pictures() {}

    /// Empty when it is no PNG, JPEG or WebP, or cannot be made light enough.
    public static Optional<Kept> keep(byte[] sent) {
        try {
            if (WebpChunks.isWebp(sent)) {
                return WebpChunks.withoutMetadata(sent)
                        .filter(bytes -> bytes.length <= LARGEST_KEPT)
                        .map(bytes -> new Kept("image/webp", bytes));
            }
            return isJpegOrPng(sent) ? decoded(sent).flatMap(Pictures::light) : Optional.empty();
        } catch (IOException | RuntimeException _) { // ImageIO throws all sorts on broken files
            return Optional.empty();
        }
    }

    private static boolean isJpegOrPng(byte[] sent) {
        return startsWith(sent, 0xFF, 0xD8, 0xFF) || startsWith(sent, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');
    }

    static boolean startsWith(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /// The size is read before the pixels: a small file may claim to be huge.
    private static Optional<BufferedImage> decoded(byte[] sent) throws IOException {
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                var pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                return pixels > PIXELS ? Optional.empty() : Optional.of(reader.read(0));
            } finally {
                reader.dispose();
            }
        }
    }

    private static Optional<Kept> light(BufferedImage image) {
        var drawn = drawn(image);
        for (var quality : QUALITIES) {
            var bytes = jpeg(drawn, quality);
            if (bytes.length <= LARGEST_KEPT) {
                return Optional.of(new Kept("image/jpeg", bytes));
            }
        }
        return Optional.empty();
    }

    /// Drawn anew, on white where it is transparent, and smaller when it is too large.
    private static BufferedImage drawn(BufferedImage image) {
        var scale = Math.min(1.0, SIDE / (double) Math.max(image.getWidth(), image.getHeight()));
        var width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return drawn;
    }

    private static byte[] jpeg(BufferedImage image, float quality) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            var param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException problem) {
            throw new java.io.UncheckedIOException(problem);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
