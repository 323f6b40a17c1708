package fr.preau.audit;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Which column holds what: names are read without accents, capitals, spaces or underscores, in French or in English.
final class Columns {
    private static final Pattern WISH = Pattern.compile("(?:wish|voeu|choix|choice|rang|rank)(\\d{1,6})");
    private static final Pattern KEPT = Pattern.compile("(?i)\\s*(?:kept|reserv[ée]e?s?|places_reserv[ée]es)[_ ](.+)");

    private final List<String> header;
    private final List<String> names;

    Columns(List<String> header) {
        this.header = header;
        names = header.stream().map(Columns::plain).toList();
    }

    private static String plain(String name) {
        return Normalizer.normalize(name.replace("œ", "oe").replace("Œ", "oe"), Normalizer.Form.NFD)
                .replaceAll("[\\p{M}\\s_-]", "")
                .toLowerCase(Locale.ROOT);
    }

    int count() {
        return header.size();
    }

    /// The first column that has one of these names, or -1.
    int find(String... wanted) {
        for (var name : wanted) {
            if (names.contains(name)) {
                return names.indexOf(name);
            }
        }
        return -1;
    }

    /// The columns of ranked wishes, in the order of their ranks.
    ///
    /// @param faults gets a sentence when a rank is missing or there twice
    List<Integer> wishes(List<String> faults) {
        var found = new TreeMap<Integer, Integer>();
        for (var column = 0; column < names.size(); column++) {
            var wish = WISH.matcher(names.get(column));
            if (wish.matches() && found.put(Integer.valueOf(wish.group(1)), column) != null) {
                faults.add("deux colonnes pour le vœu " + wish.group(1));
            }
        }
        if (!found.isEmpty() && (found.firstKey() != 1 || found.lastKey() != found.size())) {
            faults.add("les colonnes de vœux ne se suivent pas depuis 1");
        }
        return new ArrayList<>(found.values());
    }

    /// The columns of kept seats, by category.
    Map<String, Integer> kept() {
        var found = new TreeMap<String, Integer>();
        for (var column = 0; column < header.size(); column++) {
            var kept = KEPT.matcher(header.get(column));
            if (kept.matches()) {
                found.put(kept.group(1).strip(), column);
            }
        }
        return found;
    }

    /// Names that are there twice.
    List<String> twice() {
        return names.stream()
                .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
                .distinct()
                .toList();
    }
}
