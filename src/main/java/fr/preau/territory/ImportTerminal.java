package fr.preau.territory;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Imports asked on the command line, file after file: progress on standard error, the report where it was asked.
@Component
class ImportTerminal {
    private final Imports imports;

    ImportTerminal(Imports imports) {
        this.imports = imports;
    }

    /// Why these are not files to import; empty when they may be.
    static Optional<String> refusal(List<String> files) {
        return files.isEmpty()
                ? Optional.of("Donnez au moins un fichier CSV.")
                : files.stream()
                        .filter(file -> file.startsWith("--"))
                        .findFirst()
                        .map(option -> "Option inconnue : " + option);
    }

    /// What was asked beside the files; a dry run writes nothing.
    record Wish(boolean closeMissing, boolean dry) {
        Imports.Request of(String file) {
            var request = new Imports.Request(Path.of(file), fileName(file), "", closeMissing);
            return dry ? request.onlyLooking() : request;
        }
    }

    /// The command's exit code: 1 when something was refused.
    int run(Imports.Importer importer, List<String> files, Wish wish, PrintStream out) {
        return files.stream()
                .mapToInt(file -> run(importer, wish.of(file), out))
                .max()
                .orElse(0);
    }

    private int run(Imports.Importer importer, Imports.Request request, PrintStream out) {
        var bytes = size(request.file());
        var outcome = imports.run(
                importer, request, read -> System.err.printf("\r%s : %d %%", request.name(), read * 100 / bytes));
        System.err.println();
        return switch (outcome) {
            case Imports.Outcome.Refused(var sentence) -> {
                out.println(sentence);
                yield 1;
            }
            case Imports.Outcome.Done(var report) -> {
                out.println(request.dry() ? request.name() + " : aperçu, rien n'a changé" : request.name());
                FrenchReport.lines(importer.kind(), report).forEach(out::println);
                yield report.rejected() + report.contradicted() > 0 ? 1 : 0;
            }
        };
    }

    private static long size(Path file) {
        try {
            return Math.max(1, Files.size(file));
        } catch (IOException _) {
            // That it is not there is for the importer to say.
            return 1;
        }
    }

    private static String fileName(String file) {
        var name = Path.of(file).getFileName();
        return name == null ? file : name.toString();
    }
}
