package fr.preau.web;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/// Figures as one table for spreadsheets (RFC 4180, UTF-8), and the Table Schema that says what its columns are.
public record DataTable<R>(
        String name, String title, String description, List<DataColumn<R>> columns, List<String> primaryKey) {

    public void write(Iterable<R> rows, Writer writer) throws IOException {
        var printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(columns.stream().map(DataColumn::name));
        for (var row : rows) {
            printer.printRecord(columns.stream().map(column -> column.cell().apply(row)));
        }
        printer.flush();
    }

    /// As French spreadsheets expect it ([Spreadsheet]): for people, where [#write] is for programs.
    public void writeForSpreadsheets(Iterable<R> rows, Writer writer) throws IOException {
        writer.write(Spreadsheet.MARK);
        var header = columns.stream().map(DataColumn::name).toArray(String[]::new);
        var printer = new CSVPrinter(writer, Spreadsheet.format(header));
        for (var row : rows) {
            printer.printRecord(
                    columns.stream().map(column -> neutral(column.cell().apply(row))));
        }
        printer.flush();
    }

    private static @Nullable Object neutral(@Nullable Object cell) {
        return cell instanceof String words ? Spreadsheet.word(words) : cell;
    }

    /// `path` is where this very schema is read.
    public Map<String, Object> schema(String path) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "https://specs.frictionlessdata.io/schemas/table-schema.json");
        schema.put("name", name);
        schema.put("title", title);
        schema.put("description", description);
        schema.put("path", path);
        schema.put("version", "1.0.0");
        schema.put("encoding", "utf-8");
        schema.put("fields", columns.stream().map(DataColumn::field).toList());
        schema.put("primaryKey", primaryKey);
        schema.put("missingValues", List.of(""));
        return schema;
    }
}
