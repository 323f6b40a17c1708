package fr.preau.notification;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/// What goes to each domain, so that none takes every hand: half of them at most carry to one domain, [#PATIENT] to one
/// whose server lately kept us waiting, and ordinary mail to one domain is rationed by the minute.
final class Traffic {
    private static final int PATIENT = 2;
    private static final long SLOW_FOR = TimeUnit.MINUTES.toNanos(10);

    private final int most;
    private final int perMinute;
    private final LongSupplier nanos;
    private final Map<String, Integer> onTheWay = new HashMap<>();
    private final Map<String, Long> slowUntil = new HashMap<>();
    private Map<String, Integer> lastMinute = new HashMap<>();

    Traffic(int hands, int perMinute, LongSupplier nanos) {
        this.most = Math.max(1, hands / 2);
        this.perMinute = perMinute;
        this.nanos = nanos;
    }

    /// What every node sent within the last minute or is about to, by domain.
    synchronized void count(Map<String, Integer> everywhere) {
        lastMinute = new HashMap<>(everywhere);
    }

    /// For so many letters more: only the domains that may not take all of them are named.
    synchronized Room room(int more) {
        slowUntil.values().removeIf(until -> until - nanos.getAsLong() < 0);
        return new Room(
                most,
                Stream.of(onTheWay.keySet(), slowUntil.keySet(), lastMinute.keySet())
                        .flatMap(Set::stream)
                        .distinct()
                        .map(this::room)
                        .filter(domain -> domain.letters() < Math.min(most, more) || domain.ordinary() < more)
                        .toList());
    }

    synchronized void enters(Message message) {
        onTheWay.merge(message.domain(), 1, Integer::sum);
        lastMinute.merge(message.domain(), 1, Integer::sum);
    }

    synchronized void leaves(Message message) {
        onTheWay.computeIfPresent(message.domain(), (_, letters) -> letters == 1 ? null : letters - 1);
    }

    synchronized void keptUsWaiting(Message message) {
        slowUntil.put(message.domain(), nanos.getAsLong() + SLOW_FOR);
    }

    private Room.Domain room(String domain) {
        var bound = slowUntil.containsKey(domain) ? Math.min(PATIENT, most) : most;
        return new Room.Domain(
                domain, bound - onTheWay.getOrDefault(domain, 0), perMinute - lastMinute.getOrDefault(domain, 0));
    }
}
