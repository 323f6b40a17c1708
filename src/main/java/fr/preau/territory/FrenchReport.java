package fr.preau.territory;

import fr.preau.web.French;
import java.util.ArrayList;
import java.util.List;

/// An import's report in French, for a page and for a terminal.
final class FrenchReport {
    private FrenchReport() {}

    /// One figure and what it counts.
    record Fact(String label, String figure) {}

    /// What came of it in one sentence, which the figures below bear out.
    static String headline(ImportRun run) {
        var report = run.report();
        if (run.undoes() != null) {
            return report.changesNothing() ? "Rien n'a été repris" : "L'annuaire est revenu en arrière";
        }
        if (report.rows() == 0) {
            return "Le fichier n'a aucune ligne : rien ne change";
        }
        if (report.rejected() + report.contradicted() + report.unknown() == report.rows()) {
            return "Rien n'est importé : aucune ligne du fichier n'est retenue";
        }
        if (run.dry()) {
            return report.changesNothing()
                    ? "Aperçu : ce fichier ne changerait rien"
                    : "Aperçu : voici ce que l'import changerait, rien n'est encore fait";
        }
        if (report.rejected() + report.contradicted() + report.unknown() > 0) {
            return report.changesNothing()
                    ? "Rien n'a changé, et des lignes sont à reprendre"
                    : "Import fait, sauf des lignes à reprendre";
        }
        return report.changesNothing()
                ? "Rien de nouveau : tout était déjà connu"
                : run.kind().done();
    }

    static List<Fact> facts(ImportRun run) {
        return run.undoes() == null ? facts(run.kind(), run.report()) : undone(run.report());
    }

    private static List<Fact> undone(ImportReport report) {
        return List.of(
                new Fact("Remis comme avant", French.number(report.updated())),
                new Fact("Retirés de l'annuaire", French.number(report.closed())),
                new Fact("Gardés", French.number(report.unchanged())));
    }

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
                        new Fact("Contradictions", French.number(report.contradicted())),
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
        report.remarks().forEach(remarks -> addTo(lines, remarks));
        return lines;
    }

    private static void addTo(List<String> lines, Remarks remarks) {
        lines.add("  %s".formatted(caption(remarks)));
        remarks.first().forEach(remark -> lines.add("    " + sentence(remark)));
        if (remarks.rest() > 0) {
            lines.add("    … et %s".formatted(others(remarks)));
        }
    }

    /// « Créés : 12 ».
    static String caption(Remarks remarks) {
        return "%s : %s".formatted(remarks.kind().french().replaceFirst("\\.$", ""), French.number(remarks.total()));
    }

    static String sentence(ImportReport.Refusal remark) {
        return remark.line() == 0 ? remark.reason() : "ligne %d : %s".formatted(remark.line(), remark.reason());
    }

    static String others(Remarks remarks) {
        return French.count(remarks.rest(), "autre", "autres");
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
