package fr.preau.territory;

import fr.preau.web.French;
import java.util.ArrayList;
import java.util.List;

/// An import's report in French, for a terminal.
final class FrenchReport {
    private FrenchReport() {}

    static List<String> lines(ImportReport report) {
        var lines = new ArrayList<String>();
        lines.add("  lignes lues   %s".formatted(French.number(report.rows())));
        lines.add("  créés         %s".formatted(French.number(report.created())));
        lines.add("  mis à jour    %s".formatted(French.number(report.updated())));
        lines.add("  inchangés     %s".formatted(French.number(report.unchanged())));
        lines.add("  fermés        %s".formatted(closed(report)));
        lines.add("  fusionnés     %s".formatted(merged(report)));
        lines.add("  refusés       %s".formatted(French.number(report.rejected())));
        report.refusals()
                .forEach(refusal -> lines.add("    ligne %d : %s".formatted(refusal.line(), refusal.reason())));
        if (report.rejected() > report.refusals().size()) {
            lines.add("    … et %s".formatted(rest(report)));
        }
        if (!report.note().isEmpty()) {
            lines.add("  " + report.note());
        }
        return lines;
    }

    /// « 12 (dont 3 absents du fichier) ».
    static String closed(ImportReport report) {
        var all = French.number(report.closed() + report.missing());
        return report.missing() == 0
                ? all
                : "%s (dont %s)"
                        .formatted(all, French.count(report.missing(), "absent du fichier", "absents du fichier"));
    }

    /// « 36 (39 lignes réunies à une autre) ».
    static String merged(ImportReport report) {
        return report.merged() == 0
                ? "0"
                : "%s (%s)"
                        .formatted(
                                French.number(report.merged()),
                                French.count(
                                        report.mergedRows(), "ligne réunie à une autre", "lignes réunies à d'autres"));
    }

    static String rest(ImportReport report) {
        return French.count(
                report.rejected() - report.refusals().size(), "autre ligne refusée", "autres lignes refusées");
    }
}
