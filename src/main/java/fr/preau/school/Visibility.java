package fr.preau.school;

/// Who reads a school's programme page.
enum Visibility {
    DRAFT("Personne pour l'instant : brouillon"),
    LINK("Les personnes qui ont le lien"),
    PUBLIC("Tout le monde");

    private final String french;

    Visibility(String french) {
        this.french = french;
    }

    String french() {
        return french;
    }
}
