package fr.preau.event;

import java.time.ZonedDateTime;

/// A session and its seats (or visits, see [Format#AT_SCHOOL]). Of `capacity` seats, classes may take at most
/// `classCapacity`; `taken` counts everyone, `classTaken` the classes among them. Times are in the event's own zone.
public record PublishedSession(
        SessionId id,
        EventId event,
        ZonedDateTime start,
        ZonedDateTime end,
        int capacity,
        int classCapacity,
        int taken,
        int classTaken,
        boolean cancelled) {
    public int left() {
        return capacity - taken;
    }

    /// The largest class that still fits.
    public int leftForClasses() {
        return Math.min(left(), classCapacity - classTaken);
    }
}
