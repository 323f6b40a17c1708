package fr.preau.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/// `preau.body`: how much a request may carry, and how long it may take to carry it, whatever it is sent to: `most` and
/// `within`. Only an [UploadRoute] lets more in, `uploads` of them at once.
@ConfigurationProperties("preau.body")
record BodySettings(DataSize most, Duration within, int uploads) {
    BodySettings {
        if (uploads < 1 || within.isNegative() || within.isZero()) {
            throw new IllegalArgumentException("one upload at once at least, and some time to send a form");
        }
    }
}
