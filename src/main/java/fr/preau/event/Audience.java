package fr.preau.event;

/// Whom an event is for.
public enum Audience {
    SIXIEME("6e", true),
    CINQUIEME("5e", true),
    QUATRIEME("4e", true),
    TROISIEME("3e", true),
    SECONDE("2de", true),
    PREMIERE("1re", true),
    TERMINALE("Terminale", true),
    CAP("CAP", true),
    PARENTS("Parents", false),
    TEACHERS("Enseignants", false),
    PUBLIC("Tout public", false);

    private final String french;
    private final boolean level;

    Audience(String french, boolean level) {
        this.french = french;
        this.level = level;
    }

    public String french() {
        return french;
    }

    /// Whether it is a school level, hence one a class can have.
    public boolean isLevel() {
        return level;
    }
}
