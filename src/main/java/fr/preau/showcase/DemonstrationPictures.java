package fr.preau.showcase;

import fr.preau.web.Pictures;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Pictures drawn for the demonstration: nobody's face, nobody's work.
final class DemonstrationPictures {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 450;
    private static final Color BOARD = new Color(0x1f4d3d);
    private static final Color SUN = new Color(0xf2c230);
    private static final Color CHALK = new Color(0xfbfaf5);

    private DemonstrationPictures() {}

    static Pictures.Kept draw(String kind, int people) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(BOARD);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setStroke(new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        switch (kind) {
            case "grid" -> grid(pen);
            case "bars" -> bars(pen);
            case "map" -> map(pen);
            default -> people(pen, people);
        }
        pen.dispose();
        return (Pictures.Kept) Pictures.keep(png(image));
    }

    private static void grid(Graphics2D pen) {
        for (var row = 0; row < 6; row++) {
            for (var column = 0; column < 11; column++) {
                pen.setColor((row * 7 + column * 5) % 3 == 0 ? SUN : CHALK);
                if ((row * column + row) % 4 != 1) {
                    pen.fillRoundRect(35 + column * 67, 30 + row * 66, 56, 56, 10, 10);
                }
            }
        }
    }

    private static void bars(Graphics2D pen) {
        for (var hour = 0; hour < 12; hour++) {
            var height = 60 + (int) (260 * Math.sin(Math.PI * (hour + 1) / 13));
            pen.setColor(hour == 7 ? SUN : CHALK);
            pen.fillRoundRect(40 + hour * 61, HEIGHT - 40 - height, 44, height, 8, 8);
        }
    }

    private static void map(Graphics2D pen) {
        pen.setColor(CHALK);
        for (var stop = 0; stop < 7; stop++) {
            int x = 70 + stop * 110;
            int y = 225 + (int) (120 * Math.sin(stop * 1.1));
            if (stop < 6) {
                pen.drawLine(x, y, x + 110, 225 + (int) (120 * Math.sin((stop + 1) * 1.1)));
            }
        }
        pen.setColor(SUN);
        for (var stop = 0; stop < 7; stop++) {
            pen.fillOval(52 + stop * 110, 207 + (int) (120 * Math.sin(stop * 1.1)), 36, 36);
        }
    }

    private static void people(Graphics2D pen, int count) {
        for (var one = 0; one < count; one++) {
            int x = WIDTH * (one + 1) / (count + 1);
            pen.setColor(SUN);
            pen.fillOval(x - 40, 90, 80, 80);
            pen.setColor(CHALK);
            pen.drawLine(x, 175, x, 300);
            pen.drawLine(x - 60, 220, x + 60, 220);
            pen.drawLine(x, 300, x - 45, 390);
            pen.drawLine(x, 300, x + 45, 390);
        }
    }

    private static byte[] png(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return bytes.toByteArray();
    }
}
