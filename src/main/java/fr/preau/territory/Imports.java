package fr.preau.territory;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Carries imports out, whatever they bring in: one at a time, each wholly or not at all, its progress seen by everyone
/// and its report kept.
@Component
class Imports {
    private static final Logger log = LoggerFactory.getLogger(Imports.class);
    static final String BUSY = "Un autre import est en cours : attendez qu'il soit fini, puis recommencez.";
    private static final Duration SILENT = Duration.ofSeconds(60);
    private static final Duration BETWEEN_SIGNS = Duration.ofMillis(300);

    private final ImportRunRepository runs;
    private final ImportFileRepository files;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Imports(ImportRunRepository runs, ImportFileRepository files, TransactionTemplate transaction, Clock clock) {
        this.runs = runs;
        this.files = files;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// A file to bring in, the name its owner gives it, and who asks (empty on the command line). `closeMissing` is for
    /// the directory alone.
    ///
    /// A dry request only looks; `preview` is the dry run that this one carries out, `undoes` the run taken back.
    record Request(
            Path file,
            String name,
            String askedBy,
            boolean closeMissing,
            boolean dry,
            @Nullable UUID preview,
            @Nullable UUID undoes) {
        Request(Path file, String name, String askedBy, boolean closeMissing) {
            this(file, name, askedBy, closeMissing, false, null, null);
        }

        Request onlyLooking() {
            return new Request(file, name, askedBy, closeMissing, true, null, null);
        }
    }

    /// How many bytes have been read.
    @FunctionalInterface
    interface Progress {
        void at(long bytes);
    }

    /// What brings one kind of file in.
    interface Importer {
        ImportKind kind();

        /// Looks at the file and writes nothing.
        Opened open(Request request);
    }

    sealed interface Opened {
        /// `bytes` is its size; `work` reads it and writes, in the transaction it is called in, for this run: null when
        /// none is kept.
        record Ready(long bytes, Work work) implements Opened {}

        /// In one sentence, why this cannot be brought in.
        record Refused(String sentence) implements Opened {}
    }

    @FunctionalInterface
    interface Work {
        ImportReport bringIn(@Nullable UUID run, Progress progress);
    }

    sealed interface Outcome {
        record Done(ImportReport report) implements Outcome {}

        /// Nothing was written, for the reason the sentence says.
        record Refused(String sentence) implements Outcome {}
    }

    /// Brings a file in and waits for the end.
    Outcome run(Importer importer, Request request, Progress progress) {
        return switch (importer.open(request)) {
            case Opened.Refused(var sentence) -> new Outcome.Refused(sentence);
            case Opened.Ready ready -> {
                var id = UUID.randomUUID();
                yield begin(id, importer.kind(), request, ready)
                        ? new Outcome.Done(carryOut(id, request, ready, progress))
                        : new Outcome.Refused(BUSY);
            }
        };
    }

    /// Brings a file in, in the background, under this id; `afterwards` is called once it is over. A sentence says why
    /// it did not start, and then nothing is called.
    Optional<String> start(UUID id, Importer importer, Request request, Runnable afterwards) {
        return switch (importer.open(request)) {
            case Opened.Refused(var sentence) -> Optional.of(sentence);
            case Opened.Ready ready when !begin(id, importer.kind(), request, ready) -> Optional.of(BUSY);
            case Opened.Ready ready -> {
                Thread.ofVirtual().name("import").start(() -> carryOut(id, request, ready, afterwards));
                yield Optional.empty();
            }
        };
    }

    private void carryOut(UUID id, Request request, Opened.Ready ready, Runnable afterwards) {
        try {
            carryOut(id, request, ready, (Progress) _ -> {});
        } catch (RuntimeException _) {
            // Logged and written in the run, where its page reads it.
        } finally {
            afterwards.run();
        }
    }

    private boolean begin(UUID id, ImportKind kind, Request request, Opened.Ready ready) {
        var now = clock.instant();
        runs.forgetOld(now);
        return runs.begin(ImportRun.begun(id, kind, request, now, ready.bytes()), now.minus(SILENT));
    }

    private ImportReport carryOut(UUID id, Request request, Opened.Ready ready, Progress progress) {
        try {
            return transaction.execute(_ -> {
                var report = ready.work().bringIn(id, signs(id, progress));
                if (request.dry()) {
                    files.keep(id, request.file());
                }
                if (!runs.done(id, report, clock.instant())) {
                    throw new IllegalStateException("another import took the place of this one");
                }
                return report;
            });
        } catch (RuntimeException problem) {
            log.error("an import failed", problem);
            runs.failed(id, "L'import n'a pas pu aller au bout : rien n'a changé.", clock.instant());
            throw problem;
        }
    }

    private Progress signs(UUID id, Progress progress) {
        return new Progress() {
            private Instant last = clock.instant();

            @Override
            public void at(long bytes) {
                progress.at(bytes);
                var now = clock.instant();
                if (now.isAfter(last.plus(BETWEEN_SIGNS))) {
                    last = now;
                    runs.progress(id, bytes, now);
                }
            }
        };
    }
}
