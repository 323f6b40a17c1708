package fr.preau.registration;

import fr.preau.web.French;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// The list of those registered, for a spreadsheet: `;` and a byte-order mark, as the French ones expect. A word that a
/// spreadsheet would run as a formula is kept a word.
final class AttendeeCsv {
    private static final Pattern FORMULA = Pattern.compile("^[\\s]*[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setRecordSeparator("\r\n")
            .setHeader(
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
                    "reponse_aux_besoins")
            .get();

    private AttendeeCsv() {}

    static String of(List<AttendeePages.AttendeeList> lists) {
        var text = new StringBuilder("\uFEFF");
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
                French.span(list.session().start(), list.session().end()),
                attendee.kind().french(),
                word(attendee.name()),
                level == null ? "" : level.french(),
                word(list.school(attendee)),
                Objects.toString(attendee.school(), ""),
                attendee.pupils(),
                attendee.adults(),
                attendee.seats(),
                word(attendee.needs()),
                word(list.answer(attendee)));
    }

    static String word(String typed) {
        return FORMULA.matcher(typed).matches() ? "'" + typed : typed;
    }
}
