package fr.preau.event;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes reports, lightly rationed: thirty an hour for an event, three an hour from one address for an event. The
/// address is never kept: only a keyed hash, in memory, whose key dies with the process.
@Service
class Reports {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int FROM_ONE_ADDRESS = 3;
    private static final int ON_ONE_EVENT = 30;
    private static final int REMEMBERED = 10_000;

    record Said(UUID id, ReportGround ground, String sentence, String address) {}

    private record Count(Instant since, int reports) {}

    private final byte[] key = new byte[32];
    private final LinkedHashMap<String, Count> recent = new LinkedHashMap<>();
    private final ReportRepository reports;
    private final Clock clock;

    Reports(ReportRepository reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
        new SecureRandom().nextBytes(key);
    }

    /// False when there were too many.
    @Transactional
    boolean add(EventId event, Said said) {
        var now = clock.instant();
        if (reports.countSince(event, now.minus(HOUR)) >= ON_ONE_EVENT || !mayCome(hash(event, said), now)) {
            return false;
        }
        reports.insert(event, new Report(said.id(), said.ground(), said.sentence(), now, null));
        return true;
    }

    private synchronized boolean mayCome(String who, Instant now) {
        var before = recent.remove(who);
        var count = before == null || before.since().plus(HOUR).isBefore(now)
                ? new Count(now, 1)
                : new Count(before.since(), before.reports() + 1);
        recent.put(who, count);
        if (recent.size() > REMEMBERED) {
            recent.pollFirstEntry();
        }
        return count.reports() <= FROM_ONE_ADDRESS;
    }

    private String hash(EventId event, Said said) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of()
                    .formatHex(mac.doFinal((event.value() + said.address()).getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
