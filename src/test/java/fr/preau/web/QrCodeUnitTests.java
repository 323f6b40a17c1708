package fr.preau.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeUnitTests {
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
    private static final int SCALE = 4;

    @Test
    void drawsWhatAPhoneReads() throws Exception {
        var text = "https://preau.example/etablissements/0090013A/semaine";

        assertThat(read(QrCode.of(text))).isEqualTo(text);
        assertThat(read(QrCode.of("été à l'école"))).isEqualTo("été à l'école");
    }

    @Test
    void leavesAQuietMargin() {
        var code = QrCode.of("préau");

        RUN.matcher(code.path()).results().forEach(run -> {
            assertThat(Integer.parseInt(run.group(1))).isBetween(4, code.size() - 5);
            assertThat(Integer.parseInt(run.group(2))).isBetween(4, code.size() - 5);
        });
    }

    @Test
    void refusesWhatNoCodeHolds() {
        assertThatIllegalArgumentException().isThrownBy(() -> QrCode.of("x".repeat(5000)));
    }

    /// Draws the path as a browser would, and reads the picture.
    private static String read(QrCode code) throws Exception {
        var side = code.size() * SCALE;
        var pixels = new int[side * side];
        Arrays.fill(pixels, 0xffffff);
        assertThat(RUN.matcher(code.path()).replaceAll("")).isEmpty();
        RUN.matcher(code.path()).results().forEach(run -> {
            var x = Integer.parseInt(run.group(1)) * SCALE;
            var y = Integer.parseInt(run.group(2)) * SCALE;
            for (var line = y; line < y + SCALE; line++) {
                Arrays.fill(pixels, line * side + x, line * side + x + Integer.parseInt(run.group(3)) * SCALE, 0);
            }
        });
        var picture = new RGBLuminanceSource(side, side, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(picture)))
                .getText();
    }
}
