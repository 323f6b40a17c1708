package fr.preau.showcase;

import fr.preau.showcase.ProjectOutcome.Problem;
import java.util.ArrayList;
import java.util.List;

/// What a project must say before moderators read it.
final class ProjectRules {
    private ProjectRules() {}

    static List<Problem> missing(ProjectContent content) {
        var problems = new ArrayList<Problem>();
        need(content.level() != null, "niveau", "Dites le niveau de l'équipe.", problems);
        need(content.category() != null, "categorie", "Choisissez une catégorie.", problems);
        need(!content.summary().isEmpty(), "resume", "Résumez le projet en une ou deux phrases.", problems);
        need(!content.what().isEmpty(), "quoi", "Dites ce que fait le projet.", problems);
        need(!content.how().isEmpty(), "comment", "Dites comment il a été fabriqué.", problems);
        need(
                content.licence() != null,
                "licence",
                "Choisissez une licence : elle dit ce que d'autres peuvent en faire.",
                problems);
        need(
                !content.team().isEmpty(),
                "equipe",
                "Écrivez un prénom ou un pseudonyme par élève de l'équipe.",
                problems);
        return problems;
    }

    private static void need(boolean there, String field, String sentence, List<Problem> problems) {
        if (!there) {
            problems.add(new Problem(field, sentence));
        }
    }
}
