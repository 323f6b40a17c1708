package fr.preau.backup;

import java.util.List;
import java.util.stream.Collectors;

/// A table, with the columns that are written: those the database computes are not.
record Table(String schema, String name, List<String> columns) {
    String title() {
        return schema + "." + name;
    }

    /// The entry of the file that holds its rows.
    String path() {
        return "tables/" + title();
    }

    String sql() {
        return quoted(schema) + "." + quoted(name);
    }

    String copyOut() {
        return "copy %s (%s) to stdout".formatted(sql(), list());
    }

    String copyIn() {
        return "copy %s (%s) from stdin".formatted(sql(), list());
    }

    private String list() {
        return columns.stream().map(Table::quoted).collect(Collectors.joining(", "));
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
