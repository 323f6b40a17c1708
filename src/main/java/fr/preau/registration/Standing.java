package fr.preau.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// Where someone stands in a waiting room.
sealed interface Standing {
    UUID ticket();

    /// Before the opening: everyone who is here then is put in an order drawn at random.
    record Early(UUID ticket, long present, Instant opening) implements Standing {}

    /// `ahead` people are called first; it takes about as long as `time`.
    record InLine(UUID ticket, long ahead, Duration time) implements Standing {}

    /// May go in, and stay `until` then.
    record Inside(UUID ticket, Instant until) implements Standing {}
}
