package fr.preau.synthesis;

/// What a statement is.
enum StatementKind {
    FINDING("Constat"),
    PROPOSAL("Proposition"),
    DISAGREEMENT("Désaccord"),
    QUESTION("Question");

    private final String french;

    StatementKind(String french) {
        this.french = french;
    }

    String french() {
        return french;
    }
}
