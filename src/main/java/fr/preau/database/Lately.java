package fr.preau.database;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// What was read a moment ago, kept in memory for as long: in a rush everyone asks for the same few rows. Only for what
/// is shown, or for what the database itself judges again before anything is written.
///
/// It knows nothing of what is written elsewhere: a value is as old as `age` at most.
public final class Lately<K, V> {
    /// More rows than a crowd looks at within a moment; beyond, everything is read again.
    private static final int MOST = 1000;

    private final Function<K, Optional<V>> reader;
    private final long age;
    private final LongSupplier nanos;
    private final Map<K, Read<V>> read = new ConcurrentHashMap<>();

    private record Read<V>(V value, long at) {}

    public Lately(Duration age, Function<K, Optional<V>> reader) {
        this(age, reader, System::nanoTime);
    }

    Lately(Duration age, Function<K, Optional<V>> reader, LongSupplier nanos) {
        this.reader = reader;
        this.age = age.toNanos();
        this.nanos = nanos;
    }

    /// Never keeps an absence.
    public Optional<V> find(K key) {
        var known = read.get(key);
        if (known != null && nanos.getAsLong() - known.at() < age) {
            return Optional.of(known.value());
        }
        var at = nanos.getAsLong();
        var found = reader.apply(key);
        found.ifPresentOrElse(value -> keep(key, new Read<>(value, at)), () -> read.remove(key));
        return found;
    }

    /// For whoever just wrote it.
    public void forget(K key) {
        read.remove(key);
    }

    private void keep(K key, Read<V> value) {
        if (read.size() >= MOST) {
            read.clear();
        }
        read.put(key, value);
    }
}
