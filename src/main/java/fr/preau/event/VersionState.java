package fr.preau.event;

/// Where one version of an event stands. A version is written in only while it is a draft: what moderators read never
/// changes under their eyes, and what they decided is kept with what they read.
enum VersionState {
    DRAFT("en cours d'écriture"),
    SUBMITTED("en attente de validation"),
    CHANGES_REQUESTED("modifications demandées"),
    APPROVED("acceptée"),
    REJECTED("refusée"),
    WITHDRAWN("retirée par l'organisateur");

    private final String french;

    VersionState(String french) {
        this.french = french;
    }

    String french() {
        return french;
    }
}
