package fr.preau.registration;

import fr.preau.web.Spreadsheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// The list of those registered, for a spreadsheet.
final class AttendeeCsv {
    private static final CSVFormat FORMAT = Spreadsheet.format(
            "seance",
            "qui",
            "nom",
            "niveau",
            "etablissement",
            "uai",
            "eleves",
            "adultes",
            "places",
            "besoins",
            "reponse_aux_besoins",
            "seance_annulee");

    private AttendeeCsv() {}

    static String of(List<AttendeePages.AttendeeList> lists) {
        var text = new StringBuilder(Spreadsheet.MARK);
        try (var printer = new CSVPrinter(text, FORMAT)) {
            for (var list : lists) {
                for (var attendee : list.attendees()) {
                    print(printer, list, attendee);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void print(CSVPrinter printer, AttendeePages.AttendeeList list, Attendee attendee)
            throws IOException {
        var level = attendee.level();
        printer.printRecord(
                list.event().span(list.session()),
                attendee.kind().french(),
                Spreadsheet.word(attendee.name()),
                level == null ? "" : level.french(),
                Spreadsheet.word(list.school(attendee)),
                Objects.toString(attendee.school(), ""),
                attendee.pupils(),
                attendee.adults(),
                attendee.seats(),
                Spreadsheet.word(attendee.needs()),
                Spreadsheet.word(list.answer(attendee)),
                list.session().cancelled() ? "oui" : "");
    }
}
