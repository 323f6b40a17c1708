package fr.preau.consultation;

import fr.preau.allocation.Rule;

/// The rules of allocation in French words; `docs/allocation.md` says each exactly.
final class RuleWords {
    private RuleWords() {}

    static String name(Rule rule) {
        return switch (rule) {
            case TIRAGE -> "Tirage au sort";
            case EQUITE -> "Équité";
            case PREMIERS -> "Premiers vœux";
        };
    }

    static String about(Rule rule) {
        return switch (rule) {
            case TIRAGE ->
                "Chacun choisit à son tour, dans l'ordre d'un tirage au sort que tout le monde peut refaire. Dire ses vrais vœux est toujours le meilleur choix.";
            case EQUITE ->
                "Le plus de monde possible reçoit un de ses vœux ; puis le moins possible reçoit son dernier vœu, puis l'avant-dernier, et ainsi de suite.";
            case PREMIERS ->
                "Placer le plus de monde possible, puis donner le plus possible de premiers vœux, puis de deuxièmes, et ainsi de suite, quitte à donner plus de derniers vœux.";
        };
    }
}
