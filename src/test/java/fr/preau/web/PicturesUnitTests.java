package fr.preau.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PicturesUnitTests {
    @Test
    void makesALargePhotographLight() throws IOException {
        var kept = Pictures.keep(image(2400, 1800, "png")).orElseThrow();

        assertThat(kept.mediaType()).isEqualTo("image/jpeg");
        assertThat(kept.bytes()).hasSizeLessThanOrEqualTo(Pictures.LARGEST_KEPT);
        var read = ImageIO.read(new ByteArrayInputStream(kept.bytes()));
        assertThat(read.getWidth()).isEqualTo(1200);
        assertThat(read.getHeight()).isEqualTo(900);
    }

    @Test
    void dropsWhatTheCameraWroteBesideAJpeg() throws IOException {
        var jpeg = image(20, 20, "jpeg");
        var secret = "Exif\0\0GPS 42.96 1.61".getBytes(StandardCharsets.ISO_8859_1);
        var with = new ByteArrayOutputStream();
        with.write(jpeg, 0, 2);
        with.write(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (secret.length + 2)});
        with.write(secret);
        with.write(jpeg, 2, jpeg.length - 2);

        var kept = Pictures.keep(with.toByteArray()).orElseThrow();

        assertThat(new String(kept.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("GPS");
    }

    @Test
    void refusesWhatIsNoImage() throws IOException {
        assertThat(Pictures.keep(new byte[0])).isEmpty();
        assertThat(Pictures.keep("<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(Pictures.keep(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0}))
                .isEmpty();
        var cut = image(50, 50, "png");
        assertThat(Pictures.keep(java.util.Arrays.copyOf(cut, 40))).isEmpty();
    }

    @Test
    void keepsAWebpWithoutItsMetadata() {
        var kept = Pictures.keep(webp(chunk("VP8L", "pixels"), chunk("EXIF", "GPS 42")))
                .orElseThrow();

        var text = new String(kept.bytes(), StandardCharsets.ISO_8859_1);
        assertThat(text).startsWith("RIFF").contains("VP8L", "pixels").doesNotContain("EXIF", "GPS");
        assertThat(Pictures.keep(webp(chunk("EXIF", "GPS 42")))).isEmpty();
    }

    private static byte[] image(int width, int height, String format) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new Random(1);
        for (int x = 0; x < width; x += 8) {
            for (int y = 0; y < height; y += 8) {
                image.setRGB(x, y, random.nextInt(0xFFFFFF));
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    private static byte[] chunk(String name, String content) {
        return ByteBuffer.allocate(8 + content.length() + content.length() % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(content.length())
                .put(content.getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    private static byte[] webp(byte[]... chunks) {
        var file = new ByteArrayOutputStream();
        file.writeBytes("RIFF\0\0\0\0WEBP".getBytes(StandardCharsets.ISO_8859_1));
        for (var chunk : chunks) {
            file.writeBytes(chunk);
        }
        return file.toByteArray();
    }
}
