package fr.preau.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What people send as an image: telephones' photos, whichever way they were held, and what means harm.
class PicturesUnitTests {
    /// 64 by 32, blue on the left and red on the right: lossless, lossy, and lossy with « SecretCam » and a quarter
    /// turn.
    private static final String LOSSLESS = "UklGRiYAAABXRUJQVlA4TBoAAAAvP8AHAA8Q87//8x8OxILJ/KVD6I3of0DVNw==";

    private static final String LOSSY =
            "UklGRmIAAABXRUJQVlA4IFYAAADwBACdASpAACAAPm0wlEakIyIhLAgAgA2JYwDPJY3+AfiBsWPAPxA/"
                    + "VUAyjDQJYsAA/vkduPkAm6/8gCI7nBw2XntXxrGcnIp9OXoc/8ecCWAWIH+AAA==";
    private static final String TURNED =
            "UklGRqwAAABXRUJQVlA4WAoAAAAIAAAAPwAAHwAAVlA4IFYAAADwBACdASpAACAAPm0wlEakIyIhLAg"
                    + "AgA2JYwDPJY3+AfiBsWPAPxA/VUAyjDQJYsAA/vkduPkAm6/8gCI7nBw2XntXxrGcnIp9OXoc/8ecCWAWIH+AAEVYSUYwAAAATU0AKgAAA"
                    + "AgAAgEPAAIAAAAKAAAAJgESAAMAAAABAAYAAAAAAABTZWNyZXRDYW0A";

    @Test
    void makesALargePhotographLight() throws IOException {
        var kept = kept(noise(2400, 1800, "png"));

        assertThat(kept.mediaType()).isEqualTo("image/jpeg");
        assertThat(kept.bytes()).hasSizeLessThanOrEqualTo(Pictures.LARGEST_KEPT);
        assertThat(image(kept).getWidth()).isEqualTo(1200);
        assertThat(image(kept).getHeight()).isEqualTo(900);
    }

    /// The image is blue on the left, red on the right: where the blue is once it stands upright, and its shape.
    @ParameterizedTest
    @CsvSource({
        "1, left, 64, 32",
        "2, right, 64, 32",
        "3, right, 64, 32",
        "4, left, 64, 32",
        "5, top, 32, 64",
        "6, top, 32, 64",
        "7, bottom, 32, 64",
        "8, bottom, 32, 64",
        "9, left, 64, 32"
    })
    void standsAPhotographUpright(int orientation, String blue, int width, int height) throws IOException {
        var upright = image(kept(withExif(halves(), orientation)));

        assertThat(upright.getWidth()).isEqualTo(width);
        assertThat(upright.getHeight()).isEqualTo(height);
        var beside = blue.equals("left") || blue.equals("right");
        var first = new Color(upright.getRGB(beside ? width / 4 : width / 2, beside ? height / 2 : height / 4));
        assertThat(first.getBlue() > first.getRed())
                .as("blue on the left or at the top")
                .isEqualTo(blue.equals("left") || blue.equals("top"));
    }

    @Test
    void dropsWhatTheCameraWroteBesideAnImage() throws IOException {
        assertThat(text(withExif(halves(), 6))).contains("SecretCam");

        assertThat(text(kept(withExif(halves(), 6)).bytes())).doesNotContain("SecretCam", "Exif");
        assertThat(text(kept(webp(TURNED)).bytes())).doesNotContain("SecretCam", "Exif");
    }

    @ParameterizedTest
    @ValueSource(strings = {LOSSLESS, LOSSY})
    void readsWebp(String webp) throws IOException {
        var image = image(kept(webp(webp)));

        assertThat(image.getWidth()).isEqualTo(64);
        assertThat(new Color(image.getRGB(8, 16)).getBlue()).isGreaterThan(200);
        assertThat(new Color(image.getRGB(56, 16)).getRed()).isGreaterThan(200);
    }

    @Test
    void standsAWebpUpright() throws IOException {
        assertThat(image(kept(webp(TURNED))).getHeight()).isEqualTo(64);
    }

    @Test
    void refusesAWebpThatIsNotOne() {
        var broken = webp(LOSSY);
        var page = "<html>".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(page, 0, broken, 20, page.length);

        assertThat(refusal(broken)).contains("n'est pas une image");
        assertThat(refusal(Arrays.copyOf(webp(LOSSLESS), 24))).contains("n'est pas une image");
    }

    /// Its canvas says 16 by 16: a frame of any size would be decoded behind it.
    @Test
    void refusesAWebpThatIsLargerThanItSays() {
        var small = webp(TURNED);
        ByteBuffer.wrap(small).position(24).put(new byte[] {15, 0, 0, 15, 0, 0});

        assertThat(refusal(small)).contains("n'est pas une image");
    }

    /// Eight pixels by eight, and a text beside them that becomes two hundred megabytes once it is read.
    @Test
    void readsNoTextThatStandsBesideAnImage() throws IOException {
        var image = written(halves(), "png");
        var png = new ByteArrayOutputStream();
        png.write(image, 0, image.length - 12);
        var text = new ByteArrayOutputStream();
        text.writeBytes("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1));
        text.writeBytes(deflated(new byte[1 << 20], 200));
        chunk(png, "zTXt", text.toByteArray());
        chunk(png, "IEND", new byte[0]);
        kept(image);
        var before = allocated();

        kept(png.toByteArray());

        assertThat(allocated() - before).isLessThan(50L << 20);
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Test
    void refusesWhatIsNoImage() throws IOException {
        assertThat(refusal(new byte[0])).contains("n'est pas une image");
        assertThat(refusal("<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8)))
                .contains("n'est pas une image");
        assertThat(refusal(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0}))
                .contains("n'est pas une image");
        assertThat(refusal(Arrays.copyOf(noise(50, 50, "png"), 40))).contains("n'est pas une image");
    }

    @ParameterizedTest
    @ValueSource(strings = {"heic", "mif1", "heix"})
    void saysWhatToDoWithAPhotographOfAnIphone(String brand) {
        var file = ("\0\0\0\u0018ftyp" + brand + "\0\0\0\0").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refusal(file)).contains("HEIC", "JPEG", "Le plus compatible");
    }

    /// Eight bytes a pixel, all alike: 400 MB once decoded, a few hundred kilobytes to send.
    @Test
    void readsAFileThatDecodesToAGreatDealWithinItsBound() throws IOException {
        var image = image(kept(emptyPng(7000, 7000)));

        assertThat(image.getWidth()).isEqualTo(1200);
        assertThat(image.getHeight()).isEqualTo(1200);
    }

    @Test
    void refusesMorePixelsThanAnyTelephoneTakes() throws IOException {
        assertThat(refusal(emptyPng(8000, 7000))).contains("trop de pixels");
        assertThat(refusal(emptyPng(30_000, 1))).contains("trop de pixels");
        assertThat(refusal(progressive(new BufferedImage(6000, 6000, BufferedImage.TYPE_BYTE_GRAY))))
                .contains("trop de pixels", "25 millions");
    }

    @Test
    void refusesAJpegThatIsGoneThroughHundredsOfTimes() throws IOException {
        var jpeg = progressive(halves());
        var bomb = new ByteArrayOutputStream();
        bomb.write(jpeg, 0, jpeg.length - 2);
        for (var scan = 0; scan < 200; scan++) {
            bomb.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 1, 63, 0, 0});
        }
        bomb.write(jpeg, jpeg.length - 2, 2);

        kept(jpeg);
        assertThat(refusal(bomb.toByteArray())).contains("n'est pas une image");
    }

    private static Pictures.Kept kept(byte[] sent) {
        return assertThat(Pictures.keep(sent))
                .asInstanceOf(type(Pictures.Kept.class))
                .actual();
    }

    private static String refusal(byte[] sent) {
        return assertThat(Pictures.keep(sent))
                .asInstanceOf(type(Pictures.Refused.class))
                .actual()
                .sentence();
    }

    private static BufferedImage image(Pictures.Kept kept) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(kept.bytes()));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] webp(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private static BufferedImage halves() {
        var image = new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.BLUE);
        pen.fillRect(0, 0, 32, 32);
        pen.setColor(Color.RED);
        pen.fillRect(32, 0, 32, 32);
        pen.dispose();
        return image;
    }

    private static byte[] noise(int width, int height, String format) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new Random(1);
        for (int x = 0; x < width; x += 8) {
            for (int y = 0; y < height; y += 8) {
                image.setRGB(x, y, random.nextInt(0xFFFFFF));
            }
        }
        return written(image, format);
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    private static byte[] progressive(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            var param = writer.getDefaultWriteParam();
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), param);
        }
        writer.dispose();
        return bytes.toByteArray();
    }

    /// A JPEG with what a camera writes: its name, and how it was held.
    private static byte[] withExif(BufferedImage image, int orientation) throws IOException {
        var jpeg = written(image, "jpeg");
        var exif = ByteBuffer.allocate(54)
                .put("Exif\0\0MM\0*\0\0\0\u0008\0\u0002".getBytes(StandardCharsets.ISO_8859_1))
                .putShort((short) 0x010F)
                .putShort((short) 2)
                .putInt(10)
                .putInt(38)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .put("SecretCam\0".getBytes(StandardCharsets.US_ASCII))
                .array();
        var with = new ByteArrayOutputStream();
        with.write(jpeg, 0, 2);
        with.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (exif.length + 2)});
        with.writeBytes(exif);
        with.write(jpeg, 2, jpeg.length - 2);
        return with.toByteArray();
    }

    /// A PNG of sixteen bits a channel, with transparency, all of one colour, written a row at a time.
    private static byte[] emptyPng(int width, int height) {
        var png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(
                png,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {16, 6, 0, 0, 0})
                        .array());
        chunk(png, "IDAT", deflated(new byte[1 + 8 * width], height));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static byte[] deflated(byte[] row, int times) {
        var bytes = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        try (var deflater = new Deflater()) {
            for (var one = 0; one < times; one++) {
                deflater.setInput(row);
                for (int count = deflater.deflate(buffer); count > 0; count = deflater.deflate(buffer)) {
                    bytes.write(buffer, 0, count);
                }
            }
            deflater.finish();
            while (!deflater.finished()) {
                bytes.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        return bytes.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String name, byte[] content) {
        var typed = ByteBuffer.allocate(4 + content.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
        var sum = new CRC32();
        sum.update(typed);
        png.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        png.writeBytes(typed);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
