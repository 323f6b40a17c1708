package fr.preau.territory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Puts back together cells that an unquoted separator cut in two. The other cells tell: a UAI, a postcode, coordinates
/// have a shape that must fall in the right column. Only when a single reading remains is the line kept.
final class CellRepair implements TableLines.Repair {
    private static final int MOST_TRIALS = 20_000;
    private static final Pattern NUMBER = Pattern.compile("-?\\d+([.,]\\d+)?");
    private static final Set<String> SECTORS = Set.of("public", "prive", "pu", "pr");

    private final Columns<SchoolColumn> columns;
    private final Cells cells;
    private final SchoolLines reader;

    CellRepair(Columns<SchoolColumn> columns, Cells cells, SchoolLines reader) {
        this.columns = columns;
        this.cells = cells;
        this.reader = reader;
    }

    /// As many cells as columns, if there is one way only.
    @Override
    public Optional<List<String>> fit(List<String> found) {
        var spaced = cells.joinedWhereSpaced(found);
        if (spaced.size() == columns.width() && isPlausible(spaced)) {
            return Optional.of(spaced);
        }
        var search = new Search(found);
        search.from(0, 0, new ArrayList<>());
        return search.only();
    }

    @Override
    public boolean isPlausible(List<String> fitted) {
        for (var place = 0; place < fitted.size(); place++) {
            if (!fits(place, fitted.get(place))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean startsRecord(List<String> found) {
        for (var place = 0; place < Math.min(found.size(), columns.width()); place++) {
            if (columns.meaning(place) == SchoolColumn.UAI) {
                return Uai.parse(found.get(place)).isPresent();
            }
        }
        return false;
    }

    private boolean fits(int place, String cell) {
        var column = columns.meaning(place);
        var text = cell.strip();
        if (column == null || column.isFree()) {
            return true;
        }
        return switch (column) {
            case UAI -> Uai.parse(text).isPresent();
            case POSTCODE, COMMUNE_CODE -> text.isEmpty() || Digits.five(text).matches("\\w{5}");
            case DEPARTEMENT -> text.isEmpty() || Digits.whole(text).matches("\\w{1,3}");
            case LATITUDE, LONGITUDE -> text.isEmpty() || NUMBER.matcher(text).matches();
            case NATURE -> text.isEmpty() || Digits.whole(text).matches("\\d{1,3}");
            case SECTOR -> text.isEmpty() || SECTORS.contains(Plain.of(text).split(" ", -1)[0]);
            case MAIL -> text.isEmpty() || text.contains("@");
            case GENERAL, TECHNOLOGICAL, PROFESSIONAL -> text.length() <= 3;
            default -> text.indexOf(cells.separator()) < 0;
        };
    }

    /// Every way to share the extra cells among the columns that may hold them.
    private final class Search {
        private final List<String> found;
        private final Set<SchoolLine> readings = new HashSet<>();
        private Optional<List<String>> first = Optional.empty();
        private int trials;

        Search(List<String> found) {
            this.found = found;
        }

        void from(int place, int used, List<String> made) {
            if (++trials > MOST_TRIALS || readings.size() > 1) {
                return;
            }
            if (place == columns.width()) {
                keep(made);
                return;
            }
            var spare = found.size() - used - (columns.width() - place);
            var column = columns.meaning(place);
            var most = column == null || column.isFree() ? spare : 0;
            for (var extra = 0; extra <= most; extra++) {
                var cell = String.join(String.valueOf(cells.separator()), found.subList(used, used + 1 + extra));
                if (fits(place, cell)) {
                    made.add(cell);
                    from(place + 1, used + 1 + extra, made);
                    made.removeLast();
                }
            }
        }

        private void keep(List<String> made) {
            if (made.size() == columns.width()
                    && reader.read(0, made) instanceof LineReader.Read<SchoolLine>(SchoolLine line)
                    && readings.add(line)
                    && first.isEmpty()) {
                first = Optional.of(List.copyOf(made));
            }
        }

        Optional<List<String>> only() {
            return readings.size() == 1 && trials <= MOST_TRIALS ? first : Optional.empty();
        }
    }
}
