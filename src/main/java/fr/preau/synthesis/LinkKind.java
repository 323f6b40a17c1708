package fr.preau.synthesis;

/// What a statement does with one of its sources.
enum LinkKind {
    TAKES_UP("reprend"),
    MERGES("réunit avec d'autres"),
    REWORDS("reformule"),
    QUALIFIES("nuance"),
    CONTRADICTS("contredit");

    private final String french;

    LinkKind(String french) {
        this.french = french;
    }

    /// As in « cet énoncé la reprend ».
    String french() {
        return french;
    }

    /// Invariant C6: a disagreement is carried up as a disagreement, by itself; it is not melted into others, nor
    /// heard as part of what it disagrees with.
    boolean mayCarry(ItemNature item, StatementKind statement) {
        return item != ItemNature.DISAGREEMENT
                || (statement == StatementKind.DISAGREEMENT && (this == TAKES_UP || this == REWORDS));
    }
}
