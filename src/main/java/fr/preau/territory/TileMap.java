package fr.preau.territory;

import fr.preau.web.French;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A figure by département, to be drawn as one square each and listed by académie: `territory/tileMap.jte` shows it.
/// [Territories#map] makes it.
///
/// Squares without a figure are one single path, and the characters of all squares two text elements, each character
/// placed on its own: a page owes its reader few nodes.
public final class TileMap {
    private static final int SIDE = 10;
    private static final double GAP = 0.7;
    private static final double CHARACTER = 2.5;

    private final List<Tile> tiles;

    /// A square of the map. `shade` goes from 0, nothing, to 3, among the highest figures.
    record Tile(Departement departement, long figure, int shade) {
        double x() {
            return departement.column() * SIDE + GAP / 2;
        }

        double y() {
            return departement.row() * SIDE + GAP / 2;
        }
    }

    /// An académie's line of the table.
    record Line(String academie, long total, List<Tile> with, List<Tile> without) {
        String details() {
            return with.stream()
                    .map(tile -> "%s %d".formatted(tile.departement().name(), tile.figure()))
                    .collect(Collectors.joining(", "));
        }

        String empty() {
            return without.stream().map(tile -> tile.departement().name()).collect(Collectors.joining(", "));
        }
    }

    private TileMap(List<Tile> tiles) {
        this.tiles = tiles;
    }

    static TileMap of(Collection<Departement> departements, Map<String, ? extends Number> figures) {
        var highest =
                figures.values().stream().mapToLong(Number::longValue).max().orElse(0);
        return new TileMap(departements.stream()
                .map(departement -> {
                    var figure = figures.containsKey(departement.code())
                            ? figures.get(departement.code()).longValue()
                            : 0L;
                    return new Tile(departement, figure, shade(figure, highest));
                })
                .toList());
    }

    long total() {
        return tiles.stream().mapToLong(Tile::figure).sum();
    }

    /// How many squares have something.
    public int filledCount() {
        return filled().size();
    }

    List<Tile> all() {
        return tiles;
    }

    List<Tile> filled() {
        return tiles.stream().filter(tile -> tile.figure() > 0).toList();
    }

    List<Tile> shaded(int shade) {
        return tiles.stream().filter(tile -> tile.shade() == shade).toList();
    }

    List<Tile> empty() {
        return tiles.stream().filter(tile -> tile.figure() <= 0).toList();
    }

    /// What each shade stands for, from nothing up: « 1 à 4 ». Empty where all is nothing.
    List<Legend> legend() {
        var highest = tiles.stream().mapToLong(Tile::figure).max().orElse(0);
        var bounds = List.of(0L, highest / 3, highest * 2 / 3, highest);
        var legend = new ArrayList<Legend>();
        for (var shade = 1; shade <= 3; shade++) {
            var from = bounds.get(shade - 1) + 1;
            var to = bounds.get(shade);
            if (from <= to) {
                legend.add(new Legend(
                        shade,
                        from == to ? French.number(to) : "%s à %s".formatted(French.number(from), French.number(to))));
            }
        }
        return legend;
    }

    record Legend(int shade, String words) {}

    /// Académies that have something, the highest first.
    List<Line> lines() {
        return byAcademie().stream().filter(line -> line.total() > 0).toList();
    }

    /// Académies that have nothing: gaps must be seen too.
    List<String> emptyAcademies() {
        return byAcademie().stream()
                .filter(line -> line.total() == 0)
                .map(Line::academie)
                .toList();
    }

    String viewBox() {
        var columns = tiles.stream()
                        .mapToInt(tile -> tile.departement().column())
                        .max()
                        .orElse(0)
                + 1;
        var rows =
                tiles.stream().mapToInt(tile -> tile.departement().row()).max().orElse(0) + 1;
        return "0 0 %d %d".formatted(columns * SIDE, rows * SIDE);
    }

    static String square(Tile tile) {
        return "M%s %sh%sv%sh-%sz".formatted(number(tile.x()), number(tile.y()), SIDE - GAP, SIDE - GAP, SIDE - GAP);
    }

    static String squares(List<Tile> tiles) {
        return tiles.stream().map(TileMap::square).collect(Collectors.joining());
    }

    static List<Tile> dark(List<Tile> tiles) {
        return tiles.stream().filter(tile -> tile.shade() == 3).toList();
    }

    static List<Tile> light(List<Tile> tiles) {
        return tiles.stream().filter(tile -> tile.shade() < 3).toList();
    }

    static String codes(List<Tile> tiles) {
        return tiles.stream().map(tile -> tile.departement().code()).collect(Collectors.joining());
    }

    /// Where each character of [#codes] stands across.
    static String codesX(List<Tile> tiles) {
        return tiles.stream()
                .map(tile -> {
                    var length = tile.departement().code().length();
                    var middle = tile.x() + (SIDE - GAP) / 2;
                    return java.util.stream.IntStream.range(0, length)
                            .mapToObj(i -> number(middle + (i - (length - 1) / 2.0) * CHARACTER))
                            .collect(Collectors.joining(" "));
                })
                .collect(Collectors.joining(" "));
    }

    /// Where each character of [#codes] stands down.
    static String codesY(List<Tile> tiles) {
        return tiles.stream()
                .map(tile -> (number(tile.y() + SIDE * 0.62) + " ")
                        .repeat(tile.departement().code().length())
                        .strip())
                .collect(Collectors.joining(" "));
    }

    private List<Line> byAcademie() {
        return tiles.stream()
                .collect(Collectors.groupingBy(
                        tile -> tile.departement().academie().name()))
                .entrySet()
                .stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Line::total).reversed().thenComparing(Line::academie))
                .toList();
    }

    private static Line line(String academie, List<Tile> tiles) {
        return new Line(
                academie,
                tiles.stream().mapToLong(Tile::figure).sum(),
                tiles.stream().filter(tile -> tile.figure() > 0).toList(),
                tiles.stream().filter(tile -> tile.figure() <= 0).toList());
    }

    private static int shade(long figure, long highest) {
        if (figure <= 0) {
            return 0;
        }
        return figure * 3 > highest * 2 ? 3 : figure * 3 > highest ? 2 : 1;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
