package fr.preau.contribution;

/// What a contribution is, so that a finding is never counted as a proposal.
public enum Nature {
    FINDING("Constat"),
    PROPOSAL("Proposition"),
    NEED("Besoin"),
    PRACTICE("Pratique"),
    DISAGREEMENT("Désaccord");

    private final String french;

    Nature(String french) {
        this.french = french;
    }

    public String french() {
        return french;
    }
}
