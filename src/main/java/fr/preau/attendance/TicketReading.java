package fr.preau.attendance;

import fr.preau.registration.Held;

/// What a ticket turns out to be, at one door.
sealed interface TicketReading {
    record Good(Held held) implements TicketReading {}

    /// A ticket of this session whose registration is cancelled, and what to do if they are there.
    record Cancelled(Held held, String sentence) implements TicketReading {}

    /// Nobody to welcome, and why.
    record Bad(String sentence) implements TicketReading {}
}
