package fr.preau.registration;

import fr.preau.web.Spreadsheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Waiting lists for a spreadsheet, like [AttendeeCsv].
final class QueueCsv {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setRecordSeparator("\r\n")
            .setHeader("seance", "rang", "qui", "classe", "niveau", "etablissement", "uai", "places", "etat", "depasse")
            .get();

    private QueueCsv() {}

    static String of(List<QueuePages.Queue> queues) {
        var text = new StringBuilder("\uFEFF");
        try (var printer = new CSVPrinter(text, FORMAT)) {
            for (var queue : queues) {
                for (var line : queue.lines()) {
                    print(printer, queue, line);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void print(CSVPrinter printer, QueuePages.Queue queue, QueuePages.Line line) throws IOException {
        printer.printRecord(
                queue.event().span(queue.session()),
                line.rank(),
                line.kind(),
                Spreadsheet.word(line.schoolClass()),
                line.level(),
                Spreadsheet.word(line.school()),
                Objects.toString(line.entry().wanted().school(), ""),
                line.seats(),
                line.state(queue.session()),
                line.entry().passed());
    }
}
