package fr.preau.showcase;

/// Who signed the paper that stays at school.
enum Giver {
    GUARDIAN("responsable légal"),
    PUPIL_OF_AGE("élève majeur ou majeure");

    private final String french;

    Giver(String french) {
        this.french = french;
    }

    String french() {
        return french;
    }
}
