package fr.preau.wording;

/// Why two close texts may say opposite things.
public enum Doubt {
    NEGATION("une négation"),
    OPPOSITE("un mot qui a son contraire"),
    FIGURE("un nombre"),
    ORDER("l'ordre des mots"),
    OTHER_WORDS("d'autres mots");

    private final String french;

    Doubt(String french) {
        this.french = french;
    }

    /// What differs between the two, to follow « la différence touche ».
    public String french() {
        return french;
    }
}
