package fr.preau.event;

import java.time.ZonedDateTime;

/// A session and its seats (or visits, see [Format#AT_SCHOOL]). Of `capacity` seats, classes may take at most
/// `classCapacity`; `taken` counts everyone, `classTaken` the classes among them. `held` seats are kept for those of
/// the waiting list who have an offer; `waiting` entries have none yet. Times are in the event's own zone.
public record PublishedSession(
        SessionId id,
        EventId event,
        ZonedDateTime start,
        ZonedDateTime end,
        int capacity,
        int classCapacity,
        int taken,
        int classTaken,
        boolean cancelled,
        int held,
        int classHeld,
        int waiting,
        int classWaiting) {
    /// A session nobody waits for.
    public PublishedSession(
            SessionId id,
            EventId event,
            ZonedDateTime start,
            ZonedDateTime end,
            int capacity,
            int classCapacity,
            int taken,
            int classTaken,
            boolean cancelled) {
        this(id, event, start, end, capacity, classCapacity, taken, classTaken, cancelled, 0, 0, 0, 0);
    }

    /// Neither taken nor held: taken + held + free = capacity.
    public int free() {
        return capacity - taken - held;
    }

    /// What a class of the waiting list may hope for.
    public int freeForClasses() {
        return Math.min(free(), classCapacity - classTaken - classHeld);
    }

    /// Free seats that no class could have: a class in front does not wait for these.
    public int freeBesideClasses() {
        return Math.max(0, Math.min(free(), capacity - classCapacity - (taken - classTaken) - (held - classHeld)));
    }

    /// What someone who comes now may take. Freed seats go to those who wait (see V2__waiting.sql, which says the
    /// same).
    public int left() {
        return waiting == 0 ? free() : waiting > classWaiting ? 0 : freeBesideClasses();
    }

    /// The largest class that still fits.
    public int leftForClasses() {
        return waiting == 0 ? freeForClasses() : 0;
    }
}
