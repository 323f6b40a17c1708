package fr.preau.territory;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the columns of a file stand, read from its header, never assumed; headers are compared without accents, case,
/// spaces and underscores.
final class Columns<C extends Enum<C> & Column> {
    private final Map<C, Integer> places;
    private final List<@Nullable C> meanings;

    private Columns(Map<C, Integer> places, int width) {
        this.places = places;
        this.meanings = new ArrayList<>();
        for (var place = 0; place < width; place++) {
            meanings.add(null);
        }
        places.forEach((column, place) -> meanings.set(place, column));
    }

    static <C extends Enum<C> & Column> Columns<C> of(Class<C> all, List<String> header) {
        var names = header.stream().map(name -> Plain.of(name).replace(" ", "")).toList();
        var places = new EnumMap<C, Integer>(all);
        for (var column : all.getEnumConstants()) {
            column.aliases().stream()
                    .map(names::indexOf)
                    .filter(place -> place >= 0)
                    .findFirst()
                    .ifPresent(place -> places.put(column, place));
        }
        return new Columns<>(places, header.size());
    }

    int width() {
        return meanings.size();
    }

    int known() {
        return places.size();
    }

    boolean has(C column) {
        return places.containsKey(column);
    }

    /// What the cell at this place means; null where we read nothing of it.
    @Nullable
    C meaning(int place) {
        return meanings.get(place);
    }

    /// The cell, tidied; null when the file has no such column, so that what is already known is kept.
    @Nullable
    String cell(List<String> cells, C column) {
        var place = places.get(column);
        return place == null ? null : tidy(cells.get(place));
    }

    private static String tidy(String cell) {
        return cell.replaceAll("[\\p{Cntrl}\\s\\u00a0]+", " ").strip();
    }
}
