package fr.preau.retention;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What is kept about one person under one heading, as they may read it and take it away (RGPD, articles 15 and 20):
/// each entry is one row, its values under their French names.
public record Kept(String title, List<SequencedMap<String, String>> entries) {
    public Kept {
        entries = List.copyOf(entries);
    }

    /// An entry from its names and values in turn; empty values are left out.
    public static SequencedMap<String, String> entry(String... namesAndValues) {
        var entry = new LinkedHashMap<String, String>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            if (!namesAndValues[i + 1].isEmpty()) {
                entry.put(namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return entry;
    }
}
