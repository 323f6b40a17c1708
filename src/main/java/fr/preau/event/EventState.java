package fr.preau.event;

/// Where an event stands. A published event stays published while its next version is written and read over.
enum EventState {
    DRAFT("brouillon"),
    SUBMITTED("en attente de validation"),
    CHANGES_REQUESTED("modifications demandées"),
    PUBLISHED("publié"),
    REJECTED("refusé"),
    CANCELLED("annulé");

    private final String french;

    EventState(String french) {
        this.french = french;
    }

    String french() {
        return french;
    }
}
