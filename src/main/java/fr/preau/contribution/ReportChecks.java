package fr.preau.contribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// « À vérifier » before a report is deposited: what looks odd, and may be right. Nothing of it refuses.
final class ReportChecks {
    private static final int SHORT = 20;

    private ReportChecks() {}

    /// `key` tells texts of the same words, see [fr.preau.wording.Wordings#key].
    static List<String> of(Filing filing, int seats, UnaryOperator<String> key) {
        var said = new ArrayList<String>();
        if (filing.present() == 0) {
            said.add("Vous n'avez pas dit qui était là : le compte rendu n'aura pas de nombre de présents.");
        } else if (filing.present() > seats) {
            said.add("Vous comptez %d présents pour %d places.".formatted(filing.present(), seats));
        }
        if (filing.lines().stream().noneMatch(line -> line.nature() == Nature.DISAGREEMENT)) {
            said.add("Aucun désaccord n'est noté : si la salle s'est partagée, une ligne « Désaccord » le garde.");
        }
        var first = new HashMap<String, Integer>();
        for (int i = 0; i < filing.lines().size(); i++) {
            said.addAll(line(filing.lines().get(i), i + 1, first, key));
        }
        return List.copyOf(said);
    }

    private static List<String> line(
            Filing.Line line, int number, Map<String, Integer> first, UnaryOperator<String> key) {
        var said = new ArrayList<String>();
        var before = first.putIfAbsent(key.apply(line.text()), number);
        if (before != null) {
            said.add("Les lignes %d et %d disent la même chose.".formatted(before, number));
        }
        if (line.text().length() < SHORT) {
            said.add("La ligne %d est très courte : la comprendra-t-on ailleurs ?".formatted(number));
        }
        FindingRules.in(line.text()).forEach(found -> said.add("Ligne %d. %s".formatted(number, found)));
        return said;
    }
}
