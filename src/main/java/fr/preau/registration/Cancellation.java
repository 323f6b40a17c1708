package fr.preau.registration;

/// Who cancels and, for an organiser, why.
record Cancellation(RegistrationCancelled.By by, String reason) {
    static final Cancellation BY_REGISTRANT = new Cancellation(RegistrationCancelled.By.REGISTRANT, "");
}
