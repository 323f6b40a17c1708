package fr.preau.database;

import java.time.Instant;

/// The time it is for every node at once: the database's. Leases and heartbeats are judged by it, so that nodes whose
/// clocks disagree take nothing from each other, and a clock set wrong for a moment leaves nothing behind.
public interface DatabaseClock {
    Instant now();
}
