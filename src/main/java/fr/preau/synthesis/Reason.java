package fr.preau.synthesis;

/// Why an item is set aside: a closed list, so that reasons can be counted and nobody is put off with none.
enum Reason {
    DUPLICATE("dit déjà par une autre"),
    OUT_OF_SCOPE("hors du sujet de la consultation"),
    IN_FORCE("existe déjà"),
    CONTRARY_TO_LAW("contraire à la loi"),
    LOCAL("purement locale, transmise"),
    UNCLEAR("pas claire, question renvoyée");

    private final String french;

    Reason(String french) {
        this.french = french;
    }

    String french() {
        return french;
    }
}
