package fr.preau.territory;

import fr.preau.web.French;
import java.util.ArrayList;
import java.util.List;

/// An import's report in French, for a page and for a terminal.
final class FrenchReport {
    private FrenchReport() {}

    /// One figure and what it counts.
    record Fact(String label, String figure) {}

    static List<Fact> facts(ImportKind kind, ImportReport report) {
        return switch (kind) {
            case SCHOOLS ->
                List.of(
                        new Fact("Lignes lues", French.number(report.rows())),
                        new Fact("Créés", French.number(report.created())),
                        new Fact("Mis à jour", French.number(report.updated())),
                        new Fact("Inchangés", French.number(report.unchanged())),
                        new Fact("Fermés", closed(report)),
                        new Fact("Fusionnés", merged(report)),
                        new Fact("Refusées", French.number(report.rejected())));
            case SPECIALITIES ->
                List.of(
                        new Fact("Lignes lues", French.number(report.rows())),
                        new Fact("Créées", French.number(report.created())),
                        new Fact("Mises à jour", French.number(report.updated())),
                        new Fact("Inchangées", French.number(report.unchanged())),
                        new Fact("Établissements inconnus", French.number(report.unknown())),
                        new Fact("Refusées", French.number(report.rejected())));
        };
    }

    static List<String> lines(ImportKind kind, ImportReport report) {
        var lines = new ArrayList<String>();
        facts(kind, report).forEach(fact -> lines.add("  %-24s%s".formatted(fact.label(), fact.figure())));
        report.refusals()
                .forEach(refusal -> lines.add("    ligne %d : %s".formatted(refusal.line(), refusal.reason())));
        if (hasMore(report)) {
            lines.add("    … et %s".formatted(rest(report)));
        }
        if (!report.note().isEmpty()) {
            lines.add("  " + report.note());
        }
        return lines;
    }

    /// « 12 (dont 3 absents du fichier) ».
    private static String closed(ImportReport report) {
        var all = French.number(report.closed() + report.missing());
        return report.missing() == 0
                ? all
                : "%s (dont %s)"
                        .formatted(all, French.count(report.missing(), "absent du fichier", "absents du fichier"));
    }

    /// « 36 (39 lignes réunies à une autre) ».
    private static String merged(ImportReport report) {
        return report.merged() == 0
                ? "0"
                : "%s (%s)"
                        .formatted(
                                French.number(report.merged()),
                                French.count(
                                        report.mergedRows(), "ligne réunie à une autre", "lignes réunies à d'autres"));
    }

    static boolean hasMore(ImportReport report) {
        return aside(report) > report.refusals().size();
    }

    static String rest(ImportReport report) {
        return French.count(aside(report) - report.refusals().size(), "autre ligne écartée", "autres lignes écartées");
    }

    private static int aside(ImportReport report) {
        return report.rejected() + report.unknown();
    }
}
