package fr.preau.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// `preau.admission`: how many requests are worked on at once. `reading` and `writing` are numbers of requests;
/// `…Queue` how many more may wait, at most for `patience`. `keep` is for how long a public page is shown again as it
/// was, once `busyFrom` requests are being worked on.
@ConfigurationProperties("preau.admission")
record AdmissionSettings(
        int reading, int readingQueue, int writing, int writingQueue, Duration patience, Duration keep, int busyFrom) {
    AdmissionSettings {
        if (reading < 1 || writing < 1 || readingQueue < 0 || writingQueue < 0) {
            throw new IllegalArgumentException("at least one request at once, and no negative queue");
        }
    }
}
