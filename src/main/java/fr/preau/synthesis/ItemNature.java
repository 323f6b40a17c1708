package fr.preau.synthesis;

import fr.preau.contribution.Nature;

/// What an item is: a contribution's nature, or a statement's kind.
enum ItemNature {
    FINDING("Constat"),
    PROPOSAL("Proposition"),
    NEED("Besoin"),
    PRACTICE("Pratique"),
    DISAGREEMENT("Désaccord"),
    QUESTION("Question");

    private final String french;

    ItemNature(String french) {
        this.french = french;
    }

    String french() {
        return french;
    }

    static ItemNature of(Nature nature) {
        return valueOf(nature.name());
    }

    static ItemNature of(StatementKind kind) {
        return valueOf(kind.name());
    }

    /// What a statement made of it is, to start with.
    StatementKind kind() {
        return switch (this) {
            case FINDING, PRACTICE -> StatementKind.FINDING;
            case PROPOSAL, NEED -> StatementKind.PROPOSAL;
            case DISAGREEMENT -> StatementKind.DISAGREEMENT;
            case QUESTION -> StatementKind.QUESTION;
        };
    }
}
