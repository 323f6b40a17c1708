package fr.preau.web;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Makes of an image as sent one a public page can carry: decoded for real, upright, at most 1200 pixels wide or high,
/// at most 150 KB, without what cameras write beside it (place, date, name). It always becomes a JPEG.
///
/// A small file may claim to be huge, or claim to be small and be huge: sizes are read before pixels, those of a WebP's
/// frames too, and pixels are left out while reading so that what is decoded stays within [#MOST_DECODED] bytes.
public final class Pictures {
    /// What a telephone's photo weighs.
    public static final int LARGEST_FILE = 12 * 1024 * 1024;

    public static final int LARGEST_KEPT = 150 * 1024;

    /// As many as the best telephones take.
    private static final long PIXELS = 51_000_000;
    /// Formats that must be decoded whole before a pixel can be left out.
    private static final long PIXELS_DECODED_WHOLE = 26_000_000;

    private static final int LONGEST_SIDE = 20_000;
    private static final long MOST_DECODED = 64 * 1024 * 1024;
    /// What fits in a JPEG: others have no reason to write more.
    private static final int MOST_EXIF = 65_536;

    private static final float[] QUALITIES = {.85f, .75f, .65f, .5f, .35f, .2f};

    private static final Set<String> HEIC = Set.of("heic", "heix", "hevc", "heim", "heis", "mif1", "msf1");

    private static final Refused UNREADABLE =
            new Refused("Ce fichier n'est pas une image PNG, JPEG ou WebP que nous savons lire.");
    private static final Refused IS_HEIC = new Refused(
            "Cette photo est au format HEIC, que les navigateurs ne savent pas montrer. Enregistrez-la en JPEG"
                    + " (sur un iPhone : Réglages, Appareil photo, Formats, « Le plus compatible »), puis envoyez-la.");
    static final Refused TOO_HEAVY =
            new Refused("Cette image est trop lourde : %d Mo au plus.".formatted(LARGEST_FILE >> 20));

    /// What became of a file: an image to keep, or a sentence for who sent it.
    public sealed interface Outcome {}

    public record Refused(String sentence) implements Outcome {}

    /// An image ready to be kept and served.
    public static final class Kept implements Outcome {
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

    public static Outcome keep(byte[] sent) {
        try {
            return switch (Kind.of(sent)) {
                case JPEG -> keep(sent, Kind.JPEG, JpegShape.of(sent).isDecodedWhole() ? PIXELS_DECODED_WHOLE : PIXELS);
                case PNG -> keep(sent, Kind.PNG, PIXELS);
                case WEBP -> keep(sent, Kind.WEBP, PIXELS_DECODED_WHOLE);
                case HEIC -> IS_HEIC;
                case OTHER -> UNREADABLE;
            };
        } catch (IOException | RuntimeException _) { // readers throw all sorts on broken files
            return UNREADABLE;
        }
    }

    private static Outcome keep(byte[] sent, Kind kind, long pixels) throws IOException {
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            var reader = reader(kind);
            try {
                reader.setInput(input, true, true);
                var width = reader.getWidth(0);
                var height = reader.getHeight(0);
                if (kind == Kind.WEBP
                        && !ImageChunks.ofWebp(sent).frames().stream()
                                .allMatch(frame -> frame.isWithin(width, height))) {
                    return UNREADABLE;
                }
                if ((long) width * height > pixels || Math.max(width, height) > LONGEST_SIDE) {
                    return tooManyPixels(pixels);
                }
                return light(orientation(sent, kind).drawn(decoded(reader, kind, (long) width * height)));
            } finally {
                reader.dispose();
            }
        }
    }

    /// Said in whole tens or fives of millions, a little under the bound.
    private static Refused tooManyPixels(long most) {
        return new Refused(
                "Cette image a trop de pixels : %d millions au plus. Réduisez-la, puis envoyez-la de nouveau."
                        .formatted(most / 5_000_000 * 5));
    }

    private static Orientation orientation(byte[] sent, Kind kind) {
        return switch (kind) {
            case JPEG -> Orientation.ofJpeg(sent);
            case PNG -> written(ImageChunks.ofPng(sent), "eXIf");
            case WEBP -> written(ImageChunks.ofWebp(sent), "EXIF");
            case HEIC, OTHER -> Orientation.UPRIGHT;
        };
    }

    private static Orientation written(ImageChunks chunks, String name) {
        return chunks.find(name, MOST_EXIF).map(Orientation::ofExif).orElse(Orientation.UPRIGHT);
    }

    /// WebP's is named, not looked up: what is looked up depends on the thread that asks first.
    private static ImageReader reader(Kind kind) throws IOException {
        return kind == Kind.WEBP
                ? new WebPImageReaderSpi().createReaderInstance(null)
                : ImageIO.getImageReadersByFormatName(kind.name()).next();
    }

    private static BufferedImage decoded(ImageReader reader, Kind kind, long pixels) throws IOException {
        var param = reader.getDefaultReadParam();
        var one = 1;
        while (pixels * kind.bytesAPixel / ((long) one * one) > MOST_DECODED) {
            one++;
        }
        param.setSourceSubsampling(one, one, 0, 0);
        return reader.read(0, param);
    }

    private static Outcome light(BufferedImage image) {
        for (var quality : QUALITIES) {
            var bytes = jpeg(image, quality);
            if (bytes.length <= LARGEST_KEPT) {
                return new Kept("image/jpeg", bytes);
            }
        }
        return UNREADABLE;
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

    /// What a file's first bytes say it is, whatever its name; and how many bytes a pixel of it may take.
    private enum Kind {
        JPEG(4),
        PNG(8),
        WEBP(4),
        HEIC(0),
        OTHER(0);

        private final int bytesAPixel;

        Kind(int bytesAPixel) {
            this.bytesAPixel = bytesAPixel;
        }

        static Kind of(byte[] sent) {
            if (startsWith(sent, "\u00FF\u00D8\u00FF")) {
                return JPEG;
            }
            if (startsWith(sent, "\u0089PNG\r\n\u001A\n")) {
                return PNG;
            }
            if (startsWith(sent, "RIFF") && letters(sent, 8).equals("WEBP")) {
                return WEBP;
            }
            return letters(sent, 4).equals("ftyp") && Pictures.HEIC.contains(letters(sent, 8)) ? HEIC : OTHER;
        }

        private static boolean startsWith(byte[] bytes, String beginning) {
            return bytes.length >= beginning.length()
                    && new String(bytes, 0, beginning.length(), StandardCharsets.ISO_8859_1).equals(beginning);
        }

        private static String letters(byte[] bytes, int at) {
            return bytes.length < at + 4 ? "" : new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
        }
    }
}
