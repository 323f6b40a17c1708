package fr.preau.showcase;

/// What a project is about. The Trophées give prizes, not subjects; these are what their teams have made so far.
enum Category {
    GAME("Jeu"),
    SCIENCE("Sciences et simulation"),
    ENVIRONMENT("Nature et environnement"),
    HEALTH("Santé et handicap"),
    ART("Art, musique et image"),
    DAILY_LIFE("Vie quotidienne et lycée"),
    DEVICE("Robot et objet connecté"),
    DATA("Données et cartes"),
    SECURITY("Réseaux et sécurité"),
    TOOL("Outil informatique"),
    OTHER("Autre");

    private final String french;

    Category(String french) {
        this.french = french;
    }

    String french() {
        return french;
    }
}
