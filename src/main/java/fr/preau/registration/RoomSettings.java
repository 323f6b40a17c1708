package fr.preau.registration;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// `preau.waiting-room`: for how long after an opening the room is kept; how many people a second are called, and how
/// long each then has.
@ConfigurationProperties("preau.waiting-room")
record RoomSettings(Duration lasts, double calledPerSecond, Duration stay) {
    RoomSettings {
        if (calledPerSecond <= 0) {
            throw new IllegalArgumentException("someone must be called");
        }
    }

    /// How many may be called at once after a quiet moment: never a crowd.
    double mostAtOnce() {
        return Math.max(1, calledPerSecond * 2);
    }
}
