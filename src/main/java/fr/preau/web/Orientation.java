package fr.preau.web;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/// How a camera was held, as it writes it beside the pixels (EXIF 2.32, tag 0x0112): a telephone held upright stores
/// its photo lying on its side. `turns` are quarters to the right, after a reflection when `mirrored`.
record Orientation(int turns, boolean mirrored) {
    static final Orientation UPRIGHT = new Orientation(0, false);
    private static final int SIDE = 1200;

    /// Only what cameras write is read: text beside it may inflate to gigabytes.
    static Orientation ofJpeg(byte[] sent) {
        try {
            return of(JpegMetadataReader.readMetadata(new ByteArrayInputStream(sent), List.of(new ExifReader())));
        } catch (ImageProcessingException | MetadataException | IOException | RuntimeException _) {
            return UPRIGHT; // what cannot be read says nothing; the pixels are judged apart
        }
    }

    static Orientation ofExif(byte[] exif) {
        try {
            var metadata = new Metadata();
            var start = ExifReader.startsWithJpegExifPreamble(exif) ? ExifReader.JPEG_SEGMENT_PREAMBLE.length() : 0;
            new ExifReader().extract(new ByteArrayReader(exif, start), metadata);
            return of(metadata);
        } catch (MetadataException | RuntimeException _) {
            return UPRIGHT;
        }
    }

    private static Orientation of(Metadata metadata) throws MetadataException {
        var directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        return directory != null && directory.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
                ? of(directory.getInt(ExifIFD0Directory.TAG_ORIENTATION))
                : UPRIGHT;
    }

    private static Orientation of(int tag) {
        return switch (tag) {
            case 2 -> new Orientation(0, true);
            case 3 -> new Orientation(2, false);
            case 4 -> new Orientation(2, true);
            case 5 -> new Orientation(3, true);
            case 6 -> new Orientation(1, false);
            case 7 -> new Orientation(1, true);
            case 8 -> new Orientation(3, false);
            default -> UPRIGHT;
        };
    }

    /// The image drawn anew: upright, on white where it is transparent, smaller when it is too large.
    BufferedImage drawn(BufferedImage image) {
        var small = halved(image);
        var scale = Math.min(1.0, SIDE / (double) Math.max(small.getWidth(), small.getHeight()));
        var width = Math.max(1, (int) Math.round(small.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(small.getHeight() * scale));
        var lies = turns % 2 == 1;
        var drawn = white(lies ? height : width, lies ? width : height);
        var pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.transform(upright(width, height));
        pen.drawImage(small, 0, 0, width, height, null);
        pen.dispose();
        return drawn;
    }

    /// One step from four thousand pixels to a thousand would forget two out of three: halves mix them all.
    private static BufferedImage halved(BufferedImage image) {
        var small = image;
        while (Math.max(small.getWidth(), small.getHeight()) >= 2 * SIDE) {
            var half = white(Math.max(1, small.getWidth() / 2), Math.max(1, small.getHeight() / 2));
            var pen = half.createGraphics();
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.drawImage(small, 0, 0, half.getWidth(), half.getHeight(), null);
            pen.dispose();
            small = half;
        }
        return small;
    }

    private static BufferedImage white(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return image;
    }

    private AffineTransform upright(int width, int height) {
        var turned = AffineTransform.getQuadrantRotateInstance(turns);
        switch (turns) {
            case 1 -> turned.preConcatenate(AffineTransform.getTranslateInstance(height, 0));
            case 2 -> turned.preConcatenate(AffineTransform.getTranslateInstance(width, height));
            case 3 -> turned.preConcatenate(AffineTransform.getTranslateInstance(0, width));
            default -> {}
        }
        if (mirrored) {
            turned.concatenate(new AffineTransform(-1, 0, 0, 1, width, 0));
        }
        return turned;
    }
}
