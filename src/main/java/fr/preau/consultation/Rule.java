package fr.preau.consultation;

/// How seats are given to ranked wishes; `docs/allocation.md` says each exactly, with its weakness.
public enum Rule {
    TIRAGE(
            "Tirage au sort",
            "Chacun choisit à son tour, dans l'ordre d'un tirage au sort public. Dire ses vrais vœux est toujours le meilleur choix."),
    EQUITE(
            "Équité",
            "D'abord placer le plus de monde, puis donner le moins possible de derniers vœux, puis d'avant-derniers, et ainsi de suite."),
    PREMIERS(
            "Premiers vœux",
            "Donner le plus possible de premiers vœux, puis de deuxièmes, et ainsi de suite, quitte à mal placer quelques personnes.");

    private final String french;
    private final String about;

    Rule(String french, String about) {
        this.french = french;
        this.about = about;
    }

    public String french() {
        return french;
    }

    public String about() {
        return about;
    }
}
