package fr.preau.showcase;

/// What an authorisation lets the gallery show of a pupil, beyond a first name.
enum Purpose {
    SURNAME("nom de famille"),
    PHOTO("photographie"),
    VOICE("voix ou visage dans la vidéo");

    private final String french;

    Purpose(String french) {
        this.french = french;
    }

    String french() {
        return french;
    }
}
