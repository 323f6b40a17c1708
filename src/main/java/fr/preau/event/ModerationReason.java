package fr.preau.event;

/// Why moderators do not accept a version as it is: told to the organiser, with a sentence of their own.
enum ModerationReason {
    MISSING("des informations manquent ou ne sont pas claires"),
    DATES("les dates ou les heures sont à revoir"),
    PLACE("le lieu est à revoir"),
    AUDIENCE("le contenu ne convient pas au public annoncé"),
    NOT_FREE("l'événement n'est pas gratuit"),
    ADVERTISING("c'est une publicité ou un recrutement"),
    OFF_TOPIC("c'est sans rapport avec le numérique et ses sciences"),
    DUPLICATE("cet événement est déjà proposé"),
    FALSE("des informations sont fausses"),
    OTHER("autre raison");

    private final String french;

    ModerationReason(String french) {
        this.french = french;
    }

    String french() {
        return french;
    }
}
