package fr.preau.territory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Brings a directory in, in one transaction: wholly or not at all. Lines go through a few hundred at a time, whatever
/// the size of the file.
@Component
class SchoolMerge {
    private static final int AT_A_TIME = 500;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final IncomingRepository incoming;
    private final Territories territories;
    private final Clock clock;

    SchoolMerge(IncomingRepository incoming, Territories territories, Clock clock) {
        this.incoming = incoming;
        this.territories = territories;
        this.clock = clock;
    }

    /// How far an import is: bytes and lines read.
    @FunctionalInterface
    interface Progress {
        void at(long bytes, int rows);
    }

    @Transactional
    public ImportReport bringIn(DirectoryFile file, boolean closeMissing, Progress progress) {
        try {
            incoming.prepare();
            var tally = lay(file, progress);
            incoming.plan();
            return finish(tally, closeMissing);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private Tally lay(DirectoryFile file, Progress progress) throws IOException {
        var header = file.header();
        var schools = new SchoolLines(header.columns(), territories, LocalDate.ofInstant(clock.instant(), PARIS));
        var tally = new Tally();
        try (var reading = file.read(new CellRepair(header.columns(), header.cells(), schools))) {
            for (var cut = reading.next(); cut != null; cut = reading.next()) {
                tally.take(cut, schools);
                if (tally.waiting.size() == AT_A_TIME) {
                    incoming.add(tally.waiting);
                    tally.waiting.clear();
                    progress.at(reading.count().bytes(), tally.rows);
                }
            }
            progress.at(reading.count().bytes(), tally.rows);
        }
        if (!tally.waiting.isEmpty()) {
            incoming.add(tally.waiting);
        }
        return tally;
    }

    private ImportReport finish(Tally tally, boolean closeMissing) {
        var counts = incoming.counts();
        var unsure = closeMissing && tally.rejected > 0;
        var missing = closeMissing && !unsure ? incoming.missing() : List.<Uai>of();
        incoming.apply();
        incoming.close(missing);
        incoming.refresh();
        var schools = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new ImportReport(
                tally.rows,
                counts.getOrDefault("CREATED", 0),
                counts.getOrDefault("UPDATED", 0),
                counts.getOrDefault("UNCHANGED", 0),
                counts.getOrDefault("CLOSED", 0),
                missing.size(),
                incoming.merged(),
                tally.rows - tally.rejected - schools,
                tally.rejected,
                tally.refusals,
                unsure ? "Des lignes sont refusées : aucun établissement absent du fichier n'a été fermé." : "");
    }

    /// What has been read so far.
    private static final class Tally {
        private final List<SchoolLine> waiting = new ArrayList<>();
        private final List<ImportReport.Refusal> refusals = new ArrayList<>();
        private int rows;
        private int rejected;

        void take(DirectoryLines.Cut cut, SchoolLines schools) {
            rows++;
            if (cut.cells() == null) {
                refuse(cut.line(), cut.reason());
                return;
            }
            switch (schools.read(cut.line(), cut.cells())) {
                case SchoolLines.Read(var school) -> waiting.add(school);
                case SchoolLines.Refused(var reason) -> refuse(cut.line(), reason);
            }
        }

        private void refuse(long line, String reason) {
            rejected++;
            if (refusals.size() < ImportReport.DETAILED) {
                refusals.add(new ImportReport.Refusal(line, reason));
            }
        }
    }
}
