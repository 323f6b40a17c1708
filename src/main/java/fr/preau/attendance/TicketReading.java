package fr.preau.attendance;

import fr.preau.registration.Held;

/// What a ticket turns out to be, at one door.
sealed interface TicketReading {
    record Good(Held held) implements TicketReading {}

    /// Nobody to welcome, and why.
    record Bad(String sentence) implements TicketReading {}
}
