package fr.preau.event;

/// What anyone can report of a published event.
enum ReportGround {
    NOT_FREE("il est payant"),
    ADVERTISING("c'est une publicité ou un recrutement"),
    UNSUITABLE("son contenu ne convient pas"),
    FALSE("ses informations sont fausses"),
    DOES_NOT_EXIST("il n'existe pas"),
    OTHER("autre chose");

    private final String french;

    ReportGround(String french) {
        this.french = french;
    }

    String french() {
        return french;
    }
}
