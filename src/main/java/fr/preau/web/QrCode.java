package fr.preau.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/// A QR code as one SVG path, its quiet margin included: a square of `size` by `size` modules that is crisp at any
/// size, on paper too. A page writes `<svg viewBox="0 0 ${code.size()} ${code.size()}"><path
/// d="${code.path()}"/></svg>`, dark on white whatever the theme.
public record QrCode(String path, int size) {
    private static final int MARGIN = 4;

    /// A quarter of it may be hidden by a fold or a stain.
    public static QrCode of(String text) {
        try {
            var hints = Map.of(
                    EncodeHintType.ERROR_CORRECTION,
                    ErrorCorrectionLevel.Q,
                    EncodeHintType.MARGIN,
                    MARGIN,
                    EncodeHintType.CHARACTER_SET,
                    "UTF-8");
            var modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
            return new QrCode(path(modules), modules.getWidth());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("too long for a QR code", tooLong);
        }
    }

    /// Each run of dark modules of a line is one rectangle.
    private static String path(BitMatrix modules) {
        var path = new StringBuilder();
        for (var y = 0; y < modules.getHeight(); y++) {
            for (var x = 0; x < modules.getWidth(); x++) {
                var start = x;
                while (x < modules.getWidth() && modules.get(x, y)) {
                    x++;
                }
                if (x > start) {
                    path.append("M%d %dh%dv1h-%dz".formatted(start, y, x - start, x - start));
                }
            }
        }
        return path.toString();
    }
}
