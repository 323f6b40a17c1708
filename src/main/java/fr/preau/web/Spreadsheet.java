package fr.preau.web;

import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;

/// Files for French spreadsheets: `;` between cells and a byte-order mark first, as they expect.
public final class Spreadsheet {
    public static final String MARK = "\uFEFF";
    private static final Pattern FORMULA = Pattern.compile("^[\\s]*[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private Spreadsheet() {}

    public static CSVFormat format(String... header) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setRecordSeparator("\r\n")
                .setHeader(header)
                .get();
    }

    /// A word that a spreadsheet would run as a formula is kept a word.
    public static String word(String typed) {
        return FORMULA.matcher(typed).matches() ? "'" + typed : typed;
    }
}
