package fr.preau.school;

import fr.preau.school.OrientationLine.Kept;
import fr.preau.web.Spreadsheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// A year of the orientation record, for a spreadsheet.
final class OrientationCsv {
    private static final CSVFormat FORMAT = Spreadsheet.format(
            "annee_scolaire",
            "classe",
            "niveau",
            "date",
            "evenement",
            "genre",
            "organisation",
            "metiers",
            "eleves",
            "presume",
            "garde");

    private OrientationCsv() {}

    static String of(List<Kept> lines) {
        var text = new StringBuilder(Spreadsheet.MARK);
        try (var printer = new CSVPrinter(text, FORMAT)) {
            for (var kept : lines) {
                print(printer, kept);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void print(CSVPrinter printer, Kept kept) throws IOException {
        var line = kept.line();
        var met = line.met();
        printer.printRecord(
                line.year(),
                Spreadsheet.word(line.group().name()),
                line.group().level().french(),
                met.day(),
                Spreadsheet.word(met.title()),
                Spreadsheet.word(met.kind()),
                Spreadsheet.word(met.organisation()),
                Spreadsheet.word(met.callings()),
                line.attendance().pupils(),
                line.attendance().presumed() ? "oui" : "non",
                Spreadsheet.word(kept.sentence()));
    }
}
