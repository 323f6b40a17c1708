package fr.preau.territory;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the columns of a file stand, read from its header, never assumed.
final class Columns {
    private static final List<Column> NAMING = List.of(Column.NAME, Column.DENOMINATION, Column.PATRONYM);
    /// A directory says at least one of these; a table of pupil numbers by school does not.
    private static final List<Column> DESCRIBING = List.of(
            Column.ADDRESS, Column.LATITUDE, Column.POSITION, Column.STATE, Column.NATURE, Column.TYPE, Column.MAIL);

    private final Map<Column, Integer> places;
    private final @Nullable Column[] meanings;

    private Columns(Map<Column, Integer> places, int width) {
        this.places = places;
        this.meanings = new Column[width];
        places.forEach((column, place) -> meanings[place] = column);
    }

    static Columns of(List<String> header) {
        var names = header.stream().map(name -> Plain.of(name).replace(" ", "")).toList();
        var places = new EnumMap<Column, Integer>(Column.class);
        for (var column : Column.values()) {
            column.aliases().stream()
                    .map(names::indexOf)
                    .filter(place -> place >= 0)
                    .findFirst()
                    .ifPresent(place -> places.put(column, place));
        }
        return new Columns(places, header.size());
    }

    int width() {
        return meanings.length;
    }

    int known() {
        return places.size();
    }

    boolean has(Column column) {
        return places.containsKey(column);
    }

    /// Why these are not the columns of a directory; empty when they are.
    Optional<String> refusal() {
        if (!has(Column.UAI)) {
            return Optional.of("aucune colonne ne donne le numéro UAI des établissements");
        }
        if (NAMING.stream().noneMatch(this::has)) {
            return Optional.of("aucune colonne ne donne le nom des établissements");
        }
        if (DESCRIBING.stream().noneMatch(this::has)) {
            return Optional.of("il parle d'établissements mais n'en donne ni l'adresse, ni la nature, ni l'état");
        }
        return Optional.empty();
    }

    /// What the cell at this place means; null where we read nothing of it.
    @Nullable
    Column meaning(int place) {
        return meanings[place];
    }

    /// The cell, tidied; null when the file has no such column, so that what is already known is kept.
    @Nullable
    String cell(List<String> cells, Column column) {
        var place = places.get(column);
        return place == null ? null : tidy(cells.get(place));
    }

    private static String tidy(String cell) {
        return cell.replaceAll("[\\p{Cntrl}\\s\\u00a0]+", " ").strip();
    }
}
