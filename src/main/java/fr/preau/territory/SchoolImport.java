package fr.preau.territory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings the ministry's directory of schools in, from a CSV of either open data set or of their other years.
///
/// Files are read by their headers. A bad line is refused with its reason and stops nothing; a file that is no
/// directory is refused whole before anything is written; an import cut short leaves the directory as it was. A school
/// closes when its line says so; one that merely is absent stays open unless `closeMissing` is asked, and then only
/// among the kinds the file covers (eight in ten of those known) in the départements it names, and only if no line was
/// refused. What a file does not say (its columns) is kept from earlier ones.
@Service
public class SchoolImport {
    private static final Logger log = LoggerFactory.getLogger(SchoolImport.class);
    static final String BUSY = "Un autre import est en cours : attendez qu'il soit fini, puis recommencez.";
    private static final Duration SILENT = Duration.ofSeconds(60);
    private static final Duration BETWEEN_SIGNS = Duration.ofMillis(300);

    private final SchoolMerge merge;
    private final ImportRunRepository runs;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SchoolImport(SchoolMerge merge, ImportRunRepository runs, TransactionTemplate transaction, Clock clock) {
        this.merge = merge;
        this.runs = runs;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// A file to bring in, the name its owner gives it, and who asks (empty on the command line).
    public record Request(Path file, String name, String askedBy, boolean closeMissing) {}

    public sealed interface Outcome {
        record Done(ImportReport report) implements Outcome {}

        /// Nothing was written, for the reason the sentence says.
        record Refused(String sentence) implements Outcome {}
    }

    /// How far it is, from 0 to 100.
    @FunctionalInterface
    public interface Progress {
        void at(int percent);
    }

    /// Brings a file in and waits for the end.
    public Outcome run(Request request, Progress progress) {
        return switch (open(request)) {
            case DirectoryFile.Refused(var sentence) -> new Outcome.Refused(sentence);
            case DirectoryFile.Directory(var file) -> run(UUID.randomUUID(), file, request, progress);
        };
    }

    private Outcome run(UUID id, DirectoryFile file, Request request, Progress progress) {
        return begin(id, file, request)
                ? new Outcome.Done(carryOut(id, file, request, progress))
                : new Outcome.Refused(BUSY);
    }

    /// Why this file cannot be brought in, in one sentence; empty when it is a directory.
    Optional<String> refusal(Request request) {
        return open(request) instanceof DirectoryFile.Refused(var sentence) ? Optional.of(sentence) : Optional.empty();
    }

    /// Brings a file in, in the background, under this id; `afterwards` is called in any case. False when another
    /// import
    /// is under way.
    boolean start(UUID id, Request request, Runnable afterwards) {
        if (!(open(request) instanceof DirectoryFile.Directory(var file)) || !begin(id, file, request)) {
            return false;
        }
        Thread.ofVirtual().name("import-schools").start(() -> {
            try {
                carryOut(id, file, request, _ -> {});
            } catch (RuntimeException _) {
                // Logged and written in the run, where its page reads it.
            } finally {
                afterwards.run();
            }
        });
        return true;
    }

    private boolean begin(UUID id, DirectoryFile file, Request request) {
        var now = clock.instant();
        var bytes = file.text().bytes();
        return runs.begin(ImportRun.begun(id, request, now, bytes), now.minus(SILENT));
    }

    private ImportReport carryOut(UUID id, DirectoryFile file, Request request, Progress progress) {
        try {
            return transaction.execute(_ -> {
                var report = merge.bringIn(file, request.closeMissing(), signs(id, file, progress));
                if (!runs.done(id, report, clock.instant())) {
                    throw new IllegalStateException("another import took the place of this one");
                }
                return report;
            });
        } catch (RuntimeException problem) {
            log.error("an import of the school directory failed", problem);
            runs.failed(
                    id, "L'import n'a pas pu aller au bout : l'annuaire est resté comme il était.", clock.instant());
            throw problem;
        }
    }

    private SchoolMerge.Progress signs(UUID id, DirectoryFile file, Progress progress) {
        return new SchoolMerge.Progress() {
            private java.time.Instant last = clock.instant();

            @Override
            public void at(long bytes, int rows) {
                progress.at((int) (bytes * 100 / file.text().bytes()));
                var now = clock.instant();
                if (now.isAfter(last.plus(BETWEEN_SIGNS))) {
                    last = now;
                    runs.progress(id, bytes, now);
                }
            }
        };
    }

    private static DirectoryFile.Opened open(Request request) {
        try {
            return DirectoryFile.open(request.file(), request.name());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
