package fr.preau.contribution;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// So many of a thing an hour from one network. The address is never kept: a keyed hash, in memory, whose key dies with
/// the process. A school shares one address: the numbers are a class's.
@Component
class Rationing {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST = 60;
    private static final int REMEMBERED = 10_000;

    private record Count(Instant since, int number) {}

    private final byte[] key = new byte[32];
    private final LinkedHashMap<String, Count> recent = new LinkedHashMap<>();
    private final Clock clock;

    Rationing(Clock clock) {
        this.clock = clock;
        new SecureRandom().nextBytes(key);
    }

    /// Counts this one; false when it is one too many.
    synchronized boolean allows(String what, String address) {
        var now = clock.instant();
        var who = hash(what + ' ' + address);
        var before = recent.remove(who);
        // A clock that was put back starts another hour, rather than a very long one.
        var count = before == null
                        || now.isBefore(before.since())
                        || before.since().plus(HOUR).isBefore(now)
                ? new Count(now, 1)
                : new Count(before.since(), before.number() + 1);
        recent.put(who, count);
        if (recent.size() > REMEMBERED) {
            recent.pollFirstEntry();
        }
        return count.number() <= MOST;
    }

    private String hash(String words) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(words.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
