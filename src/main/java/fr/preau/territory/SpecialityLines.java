package fr.preau.territory;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Reads the cells of a table of specialities as pupils of NSI, and mends lines that unquoted commas cut too small.
final class SpecialityLines implements LineReader<SpecialityLine>, TableLines.Repair {
    private static final Pattern YEAR = Pattern.compile("(?:\\D*)(20\\d{2})(?:\\D.*)?");
    /// A spreadsheet may write « 12,0 ».
    private static final Pattern COUNT = Pattern.compile("(\\d{1,4})(?:[.,]0+)?");

    private final Columns<SpecialityColumn> columns;
    private final Cells cells;

    SpecialityLines(TableFile.Header<SpecialityColumn> header) {
        this.columns = header.columns();
        this.cells = header.cells();
    }

    @Override
    public Outcome<SpecialityLine> read(long line, List<String> row) {
        var written = said(row, SpecialityColumn.UAI);
        var uai = Uai.parse(written);
        if (uai.isEmpty()) {
            return new Refused<>(SchoolLines.wrongUai(written), "celle du numéro UAI");
        }
        var year = YEAR.matcher(said(row, SpecialityColumn.YEAR));
        if (!year.matches()) {
            return new Refused<>("%s : rentrée « %s » pas comprise"
                    .formatted(uai.get(), shortened(said(row, SpecialityColumn.YEAR))));
        }
        var girls = count(row, SpecialityColumn.GIRLS);
        var boys = count(row, SpecialityColumn.BOYS);
        return girls.isPresent() && boys.isPresent()
                ? new Read<>(new SpecialityLine(
                        line, uai.get(), Integer.parseInt(year.group(1)), girls.getAsInt(), boys.getAsInt()))
                : new Refused<>("%s : un nombre d'élèves n'est pas un nombre entier".formatted(uai.get()));
    }

    @Override
    public Optional<List<String>> fit(List<String> found) {
        return Optional.of(cells.joinedWhereSpaced(found))
                .filter(joined -> joined.size() == columns.width())
                .filter(this::isPlausible);
    }

    @Override
    public boolean isPlausible(List<String> fitted) {
        return read(0, fitted) instanceof Read<SpecialityLine>;
    }

    @Override
    public boolean startsRecord(List<String> found) {
        return found.size() == columns.width() && isPlausible(found);
    }

    /// An empty cell is nobody: editions differ in how they write none.
    private OptionalInt count(List<String> row, SpecialityColumn column) {
        var said = said(row, column);
        var count = COUNT.matcher(said);
        return said.isEmpty()
                ? OptionalInt.of(0)
                : count.matches() ? OptionalInt.of(Integer.parseInt(count.group(1))) : OptionalInt.empty();
    }

    private String said(List<String> row, SpecialityColumn column) {
        return Objects.requireNonNullElse(columns.cell(row, column), "");
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
