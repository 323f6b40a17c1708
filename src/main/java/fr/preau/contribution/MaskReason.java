package fr.preau.contribution;

/// Why a contribution is not, or no longer, shown.
enum MaskReason {
    NAMES_SOMEONE("elle nomme une personne ou permet de la reconnaître"),
    INSULTING("elle insulte, menace ou discrimine"),
    UNLAWFUL("la loi interdit de la publier"),
    OFF_TOPIC("elle est sans rapport avec la consultation"),
    ADVERTISING("c'est une publicité"),
    NOT_A_CONTRIBUTION("ce n'est pas une contribution (essai, texte illisible)"),
    SENT_TWICE("la même contribution a été envoyée deux fois"),
    REQUESTED("la personne concernée, ou la justice, a demandé son retrait");

    private final String french;

    MaskReason(String french) {
        this.french = french;
    }

    String french() {
        return french;
    }
}
