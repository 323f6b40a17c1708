package fr.preau.showcase;

/// The classes that teach NSI, as the Trophées have them.
enum Level {
    PREMIERE("première"),
    TERMINALE("terminale"),
    BOTH("première et terminale");

    private final String french;

    Level(String french) {
        this.french = french;
    }

    String french() {
        return french;
    }
}
