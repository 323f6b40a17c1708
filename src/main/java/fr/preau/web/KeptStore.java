package fr.preau.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Pages by address, for some seconds. When one is too old, the first who asks writes it again and everyone else is
/// shown the old one meanwhile: a page is as old as twice `keep` at most.
final class KeptStore {
    private static final int PAGES = 500;
    private static final long LARGEST = 200_000;

    private final long keep;
    private final LongSupplier nanos;
    private final Map<String, Kept> pages = new ConcurrentHashMap<>();

    private record Kept(KeptPage page, long since, AtomicLong asked) {}

    KeptStore(Duration keep, LongSupplier nanos) {
        this.keep = keep.toNanos();
        this.nanos = nanos;
    }

    /// Null for whoever has to write the page.
    @Nullable
    KeptPage find(String address) {
        var kept = pages.get(address);
        if (kept == null) {
            return null;
        }
        var now = nanos.getAsLong();
        var asked = kept.asked().get();
        if (now - kept.since() >= 2 * keep
                || (now - asked >= keep && kept.asked().compareAndSet(asked, now))) {
            return null;
        }
        return kept.page();
    }

    void keep(String address, KeptPage page) {
        if (keep > 0 && page.size() <= LARGEST) {
            if (pages.size() >= PAGES) {
                pages.clear(); // addresses made up to fill it gain nothing
            }
            var now = nanos.getAsLong();
            pages.put(address, new Kept(page, now, new AtomicLong(now)));
        }
    }
}
