package fr.preau.attendance;

import fr.preau.registration.RegistrationId;

/// What opens the door: the text of the QR code and the short code typed when no camera reads it. Neither says who.
record Ticket(RegistrationId registration, String text, HumanCode code) {
    /// Signs of a code without its check.
    static final int SIGNS = 8;
}
